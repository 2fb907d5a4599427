package com.newgroktimes.digest.subscribers.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the first line of a file says of the cells below it: which columns of ours stand where, or which system wrote them. */
interface Header {

    /** How many cells a line has. */
    int width();

    /** Without outer blanks; empty where the file says nothing. */
    String cell(Column column, List<String> cells);

    /** What the file calls the column in which that is said. */
    String name(Column column, List<String> cells);

    /** As it stands in the file, for a message. */
    String typed(Column column, List<String> cells);

    /**
     * What the column of the state may hold.
     *
     * @param ours in our own words
     */
    String states(String ours);

    /** Columns that nothing is read from, as the file names them. */
    List<String> ignored();

    /** Whose list it is; empty for one in our own columns. */
    Optional<Dialect> dialect();

    /**
     * @param line    of the file
     * @param dialect empty: to be recognised by the names
     */
    static Header of(long line, List<String> names, Optional<Dialect> dialect) {
        List<String> plain = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        return dialect.or(() -> Dialect.recognised(plain))
                .<Header>map(theirs -> theirs(line, names, plain, theirs))
                .orElseGet(() -> ours(line, names, plain));
    }

    private static Header theirs(long line, List<String> names, List<String> plain, Dialect dialect) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < plain.size(); place++) {
            places.putIfAbsent(plain.get(place), place);
        }
        if (!places.keySet().containsAll(dialect.list().signs())) {
            throw UnreadableHeader.anotherSystem(line, dialect.list());
        }
        return new Theirs(dialect.list(), Optional.of(dialect), names, places);
    }

    private static Header ours(long line, List<String> names, List<String> plain) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int place = 0; place < plain.size(); place++) {
            String given = names.get(place);
            Column column = Column.named(plain.get(place))
                    .orElseThrow(() -> names.size() == 1 && given.contains(";")
                            ? UnreadableHeader.semicolons(line)
                            : UnreadableHeader.unknown(line, given));
            if (places.put(column, place) != null) {
                throw UnreadableHeader.twice(line, column);
            }
        }
        if (!places.containsKey(Column.EMAIL)) {
            throw UnreadableHeader.noEmail("Line %d names no column email.".formatted(line), line);
        }
        return new Ours(places);
    }

    /** A list in our own columns. */
    record Ours(Map<Column, Integer> places) implements Header {

        @Override
        public int width() {
            return places.size();
        }

        @Override
        public String cell(Column column, List<String> cells) {
            Integer place = places.get(column);
            return place == null ? "" : Formula.unguarded(cells.get(place)).strip();
        }

        @Override
        public String name(Column column, List<String> cells) {
            return column.toString();
        }

        @Override
        public String typed(Column column, List<String> cells) {
            return cell(column, cells);
        }

        @Override
        public String states(String ours) {
            return ours;
        }

        @Override
        public List<String> ignored() {
            return List.of();
        }

        @Override
        public Optional<Dialect> dialect() {
            return Optional.empty();
        }
    }

    /** A list as another system exports it. */
    record Theirs(ForeignList list, Optional<Dialect> dialect, List<String> names, Map<String, Integer> places)
            implements Header {

        private static final List<String> LANGUAGE = List.of("locale", "language");

        @Override
        public int width() {
            return names.size();
        }

        @Override
        public String cell(Column column, List<String> cells) {
            ForeignLine line = new ForeignLine(places, cells);
            return column == Column.LOCALE ? line.get(language()) : list.cell(column, line);
        }

        /** None of these systems exports one: whoever knows it adds a column. */
        private String language() {
            return LANGUAGE.stream().filter(places::containsKey).findFirst().orElse(LANGUAGE.get(0));
        }

        @Override
        public String name(Column column, List<String> cells) {
            Integer place = places.get(theirs(column, cells));
            return place == null ? column.toString() : names.get(place).strip();
        }

        private String theirs(Column column, List<String> cells) {
            return column == Column.LOCALE ? language() : list.source(column, new ForeignLine(places, cells));
        }

        @Override
        public String typed(Column column, List<String> cells) {
            return new ForeignLine(places, cells).get(theirs(column, cells));
        }

        @Override
        public String states(String ours) {
            return String.join(", ", list.states());
        }

        @Override
        public List<String> ignored() {
            return names.stream()
                    .map(String::strip)
                    .filter(name -> !list.columns().contains(name.toLowerCase(Locale.ROOT)))
                    .filter(name -> !name.toLowerCase(Locale.ROOT).equals(language()))
                    .distinct()
                    .toList();
        }
    }
}
