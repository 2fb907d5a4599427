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
            Column column = Column.named(plain.get(place)).orElseThrow(() -> UnreadableHeader.unknown(line, given));
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

        @Override
        public int width() {
            return names.size();
        }

        @Override
        public String cell(Column column, List<String> cells) {
            return list.cell(column, new ForeignLine(places, cells));
        }

        @Override
        public List<String> ignored() {
            return names.stream()
                    .map(String::strip)
                    .filter(name -> !list.columns().contains(name.toLowerCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        }
    }
}
