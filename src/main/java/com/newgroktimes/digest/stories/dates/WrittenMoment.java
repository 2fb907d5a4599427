package com.newgroktimes.digest.stories.dates;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.documents.ToldLanguage;

/**
 * A moment as it was written: its parts are taken out one by one, wherever each stands. RFC 5322 with its old forms, RFC 3339 and W3C's short ones,
 * and what programs and people make of them.
 */
public final class WrittenMoment {

    private static final Pattern EPOCH = Pattern.compile("(\\d{9,10}|\\d{12,13})(?:\\.\\d+)?");
    private static final Instant FIRST_FEED = Instant.parse("1995-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private WrittenMoment() {}

    /**
     * Empty where it cannot be read, or could mean two days.
     *
     * @param zone for what names none; a date is its first moment there
     * @param lang whose names months have, and in which order numbers stand; null: not known
     */
    public static Optional<Instant> parse(String written, ZoneId zone, @Nullable String lang) {
        String plain = PlainSigns.of(written);
        try {
            return epoch(plain)
                    .or(() -> inWords(plain, zone, locale(lang)))
                    .flatMap(PlausibleMoment::of)
                    .filter(moment -> !isNearTheEpoch(moment));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Locale locale(@Nullable String lang) {
        return Optional.ofNullable(lang)
                .flatMap(ToldLanguage::of)
                .map(Locale::forLanguageTag)
                .orElse(Locale.ROOT);
    }

    /** What a program writes that has no date, in whichever zone. */
    private static boolean isNearTheEpoch(Instant moment) {
        return Duration.between(Instant.EPOCH, moment).abs().compareTo(Duration.ofDays(1)) <= 0;
    }

    private static Optional<Instant> epoch(String plain) {
        Matcher epoch = EPOCH.matcher(plain);
        if (!epoch.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(epoch.group(1));
        Instant moment = epoch.group(1).length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return Optional.of(moment).filter(sane -> sane.isAfter(FIRST_FEED) && sane.isBefore(FAR));
    }

    private static Optional<Instant> inWords(String plain, ZoneId zone, Locale lang) {
        Rest rest = new Rest(plain);
        WrittenTime time = WrittenTime.takeFrom(rest);
        ZoneId told = WrittenZone.takeFrom(rest, time.isThere()).orElse(zone);
        return WrittenDay.takeFrom(rest, lang)
                .filter(day -> rest.holdsNothingElse())
                .map(day ->
                        LocalDateTime.of(day, time.time()).plusDays(time.days()).plusSeconds(time.leap()))
                .map(local -> local.atZone(told).toInstant());
    }
}
