package com.newgroktimes.digest.stories.dates;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The time of day in a written moment.
 *
 * @param days 1 for 24:00
 * @param leap 1 for the sixtieth second
 */
record WrittenTime(LocalTime time, int days, int leap, boolean isThere) {

    private static final WrittenTime NONE = new WrittenTime(LocalTime.MIDNIGHT, 0, 0, false);

    private static final String HALF = "(a\\.?m\\.?|p\\.?m\\.?|오전|오후|上午|下午|午前|午後)";
    private static final Pattern CLOCK =
            Pattern.compile("(?i)(?:\\b(?:at|um|à|às|a las|alle|klo|kl\\.?|om|в|o)\\s+)?" + "(?:" + HALF
                    + "\\s*)?(?<![\\d.:/+-])(?<![-+]\\d{2})(\\d{1,2})(?::|[hH](?=\\d)|時|点|시\\s?)(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9}))?)?(?:\\s?"
                    + "(a\\.?m\\.?|p\\.?m\\.?)(?![\\p{L}]))?(?:\\s?(?:uhr|分|분|h)(?![\\p{L}]))?");
    private static final Pattern ISO =
            Pattern.compile("(?<=\\d)[Tt]\\s?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?");
    private static final Pattern HOUR =
            Pattern.compile("(?i)(?<![\\d:])(\\d{1,2})\\s?(a\\.?m\\.?|p\\.?m\\.?)(?![\\p{L}])");
    private static final Pattern DOTTED =
            Pattern.compile("(?i)(?<![\\d.:])(\\d{1,2})[.](\\d{2})(?=\\s?(?:uhr|h\\b))\\s?(?:uhr|h)");

    static WrittenTime takeFrom(Rest rest) {
        return rest.take(ISO)
                .map(iso -> of(iso.group(1), iso.group(2), iso.group(3), iso.group(4), null))
                .or(() -> rest.take(CLOCK).map(WrittenTime::clock))
                .or(() -> rest.take(DOTTED).map(dotted -> of(dotted.group(1), dotted.group(2), null, null, null)))
                .or(() -> rest.take(HOUR).map(hour -> of(hour.group(1), "00", null, null, hour.group(2))))
                .orElse(NONE);
    }

    private static WrittenTime clock(MatchResult clock) {
        return of(
                clock.group(2),
                clock.group(3),
                clock.group(4),
                clock.group(5),
                clock.group(1) != null ? clock.group(1) : clock.group(6));
    }

    private static WrittenTime of(
            String hours, String minutes, @Nullable String seconds, @Nullable String fraction, @Nullable String half) {
        int hour = hour(Integer.parseInt(hours), half);
        int second = seconds == null ? 0 : Integer.parseInt(seconds);
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        boolean midnight = hour == 24 && Integer.parseInt(minutes) == 0 && second == 0;
        boolean leap = second == 60;
        LocalTime time =
                LocalTime.of(midnight ? 0 : hour, Integer.parseInt(minutes), leap ? 59 : second, leap ? 0 : nanos);
        return new WrittenTime(time, midnight ? 1 : 0, leap ? 1 : 0, true);
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour > 12) {
            // "14:30 PM" means what it says.
            return hour;
        }
        if (hour == 0 && isAfternoon(half)) {
            throw new DateTimeException("0 pm");
        }
        return hour % 12 + (isAfternoon(half) ? 12 : 0);
    }

    private static boolean isAfternoon(String half) {
        String lower = half.toLowerCase(Locale.ROOT);
        return lower.startsWith("p") || lower.equals("오후") || lower.equals("下午") || lower.equals("午後");
    }
}
