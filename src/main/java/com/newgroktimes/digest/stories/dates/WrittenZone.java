package com.newgroktimes.digest.stories.dates;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The zone in a written moment. */
final class WrittenZone {

    private static final Pattern REGION = Pattern.compile("\\[?\\b([A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)\\b]?");

    /** After a time. {@code GMT+0100} is an hour before Greenwich's noon, whatever POSIX says. */
    private static final Pattern OFFSET = Pattern.compile(
            "(?:\\b(?:GMT|UTC|UT|Z)\\s?)?(?<=[|\\s]|GMT|UTC|UT)([+-])\\s?(\\d{1,2}):?(\\d{2})?(?::?00)?(?![\\d:])(?:\\s?\\b(?:GMT|UTC)\\b)?");

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\d])([A-Z]{1,5})(?![\\p{L}\\d/])(?=[\\s|]*(?:\\d{4}[\\s|]*)?$)");
    private static final Pattern GREENWICH = Pattern.compile("(?i)(?<![\\p{L}\\d])(?:GMT|UTC?|Z|UCT)(?![\\p{L}\\d])");

    /** RFC 5322 §4.3, and others that are written though they mean several; of those the one that writes most. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("AST", "-04:00"),
            Map.entry("ADT", "-03:00"),
            Map.entry("NST", "-03:30"),
            Map.entry("NDT", "-02:30"),
            Map.entry("BRT", "-03:00"),
            Map.entry("ART", "-03:00"),
            Map.entry("WET", "+00:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("MET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("SAST", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("TRT", "+03:00"),
            Map.entry("EAT", "+03:00"),
            Map.entry("GST", "+04:00"),
            Map.entry("PKT", "+05:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("WIB", "+07:00"),
            Map.entry("ICT", "+07:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AWST", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("ACST", "+09:30"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"),
            Map.entry("ET", "America/New_York"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("MT", "America/Denver"),
            Map.entry("PT", "America/Los_Angeles"));

    /** No clock on earth is further from Greenwich's; what is told beyond that says nothing. */
    private static final int FURTHEST = 14;

    private WrittenZone() {}

    /** @param afterATime without a time, a number with a sign is no zone */
    static Optional<ZoneId> takeFrom(Rest rest, boolean afterATime) {
        if (!afterATime) {
            rest.take(GREENWICH);
            return Optional.empty();
        }
        Optional<ZoneId> offset = rest.take(OFFSET).flatMap(WrittenZone::offset);
        Optional<ZoneId> region = rest.take(REGION).flatMap(named -> region(named.group(1)));
        Optional<ZoneId> greenwich = rest.take(GREENWICH).map(any -> ZoneOffset.UTC);
        Optional<ZoneId> named =
                greenwich.isPresent() ? greenwich : rest.take(NAME).map(name -> named(name.group(1)));
        return offset.or(() -> region).or(() -> named);
    }

    private static Optional<ZoneId> offset(MatchResult offset) {
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        int sign = offset.group(1).equals("-") ? -1 : 1;
        if (hours > FURTHEST) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private static Optional<ZoneId> region(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Letters that nobody knows say nothing, and so do those of the military, which RFC 822 had the wrong way round. */
    private static ZoneId named(String name) {
        String known = NAMED.get(name.toUpperCase(Locale.ROOT));
        return known == null ? ZoneOffset.UTC : ZoneId.of(known);
    }
}
