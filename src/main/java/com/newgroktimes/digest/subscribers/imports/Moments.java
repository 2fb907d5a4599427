package com.newgroktimes.digest.subscribers.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Reads the dates of a file: ISO 8601. What has no zone is in the publication's. */
final class Moments {

    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][XX][X]]");

    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");

    private final ZoneId zone;
    private final Clock clock;

    Moments(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** @throws Unusable where it is no date, or none on which somebody can have done something */
    Instant past(Column column, CsvLine line) {
        Instant moment = read(column, line);
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(clock.instant())) {
            throw new Unusable("%s lies %s."
                    .formatted(line.name(column), moment.isBefore(Instant.EPOCH) ? "before 1970" : "in the future"));
        }
        return moment;
    }

    /** @throws Unusable where it is no date, or none of our times: a database does not keep every one that can be written */
    Instant any(Column column, CsvLine line) {
        Instant moment = read(column, line);
        if (moment.isBefore(Instant.EPOCH) || !moment.isBefore(FAR)) {
            throw new Unusable("%s holds \"%s\", which is no date between 1970 and 2199."
                    .formatted(line.name(column), Unusable.shown(line.typed(column))));
        }
        return moment;
    }

    private Instant read(Column column, CsvLine line) {
        try {
            return instant(
                    DATES.parseBest(line.cell(column), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeParseException e) {
            throw new Unusable("%s holds \"%s\", which is no date. Write it like 2024-03-01T09:30:00Z or 2024-03-01."
                    .formatted(line.name(column), Unusable.shown(line.typed(column))));
        }
    }

    private Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return read instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : LocalDate.from(read).atStartOfDay(zone).toInstant();
    }
}
