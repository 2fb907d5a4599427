package com.newgroktimes.digest.subscribers.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.LanguageTag;
import com.newgroktimes.digest.subscribers.Origins;
import com.newgroktimes.digest.subscribers.Preferences.Format;
import com.newgroktimes.digest.subscribers.SubscriberSettings;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;

/** Makes of a line what it says of a reader. */
@Component
final class RowReader {

    /** A history of many years fits, and a block of nothing else fits into memory. */
    static final int LONGEST_CELL = 16_000;

    private static final String IMPORT = "import";

    private final Moments moments;
    private final SubscriberSettings settings;
    private final Origins origins;
    private final List<String> sections;
    private final SectionOrder order;
    private final String usualLanguage;

    RowReader(Publication publication, Words words, SubscriberSettings settings, Origins origins, Clock clock) {
        this.usualLanguage = words.usual().toLanguageTag();
        this.moments = new Moments(publication.timeZone(), clock);
        this.settings = settings;
        this.origins = origins;
        this.sections = publication.sections();
        this.order = new SectionOrder(sections);
    }

    /** @throws Unusable where the line says what cannot be kept */
    Row read(CsvLine line) {
        requireSound(line);
        SubscriberState said =
                constant(SubscriberState.class, Column.STATE, line).orElse(SubscriberState.PENDING);
        String evidence = origins.in(line.cell(Column.EVIDENCE));
        @Nullable Instant confirmedAt = moment(Column.CONFIRMED_AT, line);
        boolean proven = confirmedAt != null && !evidence.isEmpty();
        boolean unproven = said == SubscriberState.CONFIRMED && !proven;
        return new Row(
                line.number(),
                address(line.cell(Column.EMAIL)),
                standing(line, unproven ? SubscriberState.PENDING : said, proven ? confirmedAt : null),
                unproven,
                evidence,
                moment(Column.SIGNED_UP_AT, line),
                wishes(line),
                legacyKeys(line.cell(Column.LEGACY_KEY)));
    }

    /** Several with blanks between: a link has none. */
    private static List<String> legacyKeys(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\s+"));
    }

    private Wishes wishes(CsvLine line) {
        String breakUntil = line.cell(Column.BREAK_UNTIL);
        return new Wishes(
                locale(line),
                sections(line.cell(Column.SECTIONS), line),
                source(line.cell(Column.SOURCE)),
                constant(Format.class, Column.FORMAT, line).orElse(Format.HTML).kept(),
                breakUntil.isEmpty() ? null : moments.any(Column.BREAK_UNTIL, line));
    }

    private static void requireSound(CsvLine line) {
        if (line.cells().size() != line.header().width()) {
            throw new Unusable("This line has %d cells, and the first line names %d columns."
                    .formatted(line.cells().size(), line.header().width()));
        }
        for (String cell : line.cells()) {
            if (cell.length() > LONGEST_CELL) {
                throw new Unusable("A cell holds more than %,d characters.".formatted(LONGEST_CELL));
            }
            if (cell.indexOf('\0') >= 0) {
                throw new Unusable("A cell holds a NUL character.");
            }
        }
    }

    private static EmailAddress address(String cell) {
        try {
            return EmailAddress.parse(cell);
        } catch (InvalidAddress invalid) {
            throw new Unusable(invalid.suggestion()
                    .map(meant -> "%s Perhaps it is %s.".formatted(invalid.getMessage(), meant))
                    .orElse(String.valueOf(invalid.getMessage())));
        }
    }

    private Standing standing(CsvLine line, SubscriberState state, @Nullable Instant confirmedAt) {
        @Nullable
        Suppression suppressed =
                constant(Suppression.class, Column.SUPPRESSED_REASON, line).orElse(null);
        @Nullable Instant suppressedAt = moment(Column.SUPPRESSED_AT, line);
        if (suppressed == null && suppressedAt != null) {
            throw new Unusable("%s says when, and %s not why."
                    .formatted(line.name(Column.SUPPRESSED_AT), line.name(Column.SUPPRESSED_REASON)));
        }
        return new Standing(state, confirmedAt, moment(Column.LEFT_AT, line), suppressed, suppressedAt);
    }

    private @Nullable Instant moment(Column column, CsvLine line) {
        return line.cell(column).isEmpty() ? null : moments.past(column, line);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, Column column, CsvLine line) {
        String cell = line.cell(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(cell)) {
                return Optional.of(constant);
            }
        }
        String ours = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw none(
                column,
                line,
                line.typed(column),
                column == Column.STATE ? line.header().states(ours) : ours);
    }

    /** In one spelling (BCP 47). Other systems write {@code pt_BR}. */
    private String locale(CsvLine line) {
        String cell = line.cell(Column.LOCALE);
        if (cell.isEmpty()) {
            return usualLanguage;
        }
        return LanguageTag.parse(cell.replace('_', '-'))
                .orElseThrow(() -> new Unusable("%s holds \"%s\", which is no language tag. Write it like en or pt-BR."
                        .formatted(line.name(Column.LOCALE), Unusable.shown(cell))));
    }

    private List<String> sections(String cell, CsvLine line) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> named = Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        named.stream()
                .filter(name -> !sections.isEmpty() && !sections.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw none(Column.SECTIONS, line, name, String.join("; ", sections));
                });
        return order.of(named);
    }

    private static Unusable none(Column column, CsvLine line, String cell, String possible) {
        return new Unusable(
                "%s holds \"%s\". Possible: %s.".formatted(line.name(column), Unusable.shown(cell), possible));
    }

    private String source(String cell) {
        return cell.isEmpty() || cell.equals(IMPORT) ? IMPORT : settings.source(cell);
    }
}
