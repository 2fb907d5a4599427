package com.newgroktimes.digest.stories.dates;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;

/** The day in a written moment, whatever the order of its parts. */
final class WrittenDay {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![\\d])(\\d{4})\\s?[-/.年년]\\s?(\\d{1,2})\\s?[-/.月월]\\s?(\\d{1,2})[日일.]?(?!\\d)");
    private static final Pattern ONE_NUMBER = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern MONTH_OF_A_YEAR = Pattern.compile("^\\s*(\\d{4})-(\\d{2})\\s*$");
    private static final Pattern YEAR_ALONE = Pattern.compile("^\\s*(\\d{4})\\s*$");

    private static final String WORD =
            "[\\p{L}\\p{M}][\\p{L}\\p{M}'’]*\\.?(?:\\s(?!(?:de|of|del)\\s)[\\p{L}\\p{M}'’]+)?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th|er|re|º|ª|o)?";
    private static final String BETWEEN = "[\\s.,/-]*(?:(?:de|of)\\s|d')?";
    private static final String YEAR = "(?:(?:de|of|del)\\s)?['’]?(\\d{4}|\\d{2,3})(?!\\d)";

    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?i)(?<!\\d)" + DAY + BETWEEN + "(" + WORD + ")[\\s.,/-]*" + YEAR);
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(
            "(?i)(?<![\\p{L}])(" + WORD + ")[\\s./-]*" + DAY + "[\\s,.|-]+(?:[|\\s\\p{L}]{0,8})" + YEAR);
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(?i)(?<!\\d)(\\d{4})[\\s.,/-]*(" + WORD + ")[\\s./-]*" + DAY + "(?!\\d)");

    private static final Set<String> YEAR_STANDS_FIRST = Set.of("ja", "zh", "ko", "hu", "lt");
    /** Thailand counts from the death of Buddha. */
    private static final int BUDDHIST = 543;

    private WrittenDay() {}

    static Optional<LocalDate> takeFrom(Rest rest, Locale lang) {
        return rest.take(YEAR_FIRST)
                .map(day -> numbers(day, 1, 2, 3))
                .or(() -> rest.take(ONE_NUMBER).map(day -> numbers(day, 1, 2, 3)))
                .or(() -> rest.take(YEAR_LAST).flatMap(day -> yearLast(day, lang)))
                .or(() -> named(rest, DAY_MONTH_YEAR, lang, 3, 2, 1))
                .or(() -> named(rest, YEAR_MONTH_DAY, lang, 1, 2, 3))
                .or(() -> named(rest, MONTH_DAY_YEAR, lang, 3, 1, 2))
                .or(() -> rest.take(MONTH_OF_A_YEAR).map(month -> LocalDate.of(number(month, 1), number(month, 2), 1)))
                .or(() -> rest.take(YEAR_ALONE).map(year -> LocalDate.of(number(year, 1), 1, 1)))
                .map(day -> lang.getLanguage().equals("th") && day.getYear() > 2_400 ? day.minusYears(BUDDHIST) : day);
    }

    private static LocalDate numbers(MatchResult day, int year, int month, int dayOfMonth) {
        return LocalDate.of(number(day, year), number(day, month), number(day, dayOfMonth));
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** {@code 11/12/2026} is one day in Boston and another in London; without knowing which, it is none. */
    private static Optional<LocalDate> yearLast(MatchResult day, Locale lang) {
        if (day.group(4).length() == 2 && YEAR_STANDS_FIRST.contains(lang.getLanguage())) {
            return Optional.of(LocalDate.of(year(day.group(1)), number(day, 3), number(day, 4)));
        }
        int first = number(day, 1);
        int second = number(day, 3);
        int year = year(day.group(4));
        if (first > 12 || day.group(2).equals(".") || first == second) {
            return Optional.of(LocalDate.of(year, second, first));
        }
        if (second > 12) {
            return Optional.of(LocalDate.of(year, first, second));
        }
        return lang.getCountry().isEmpty()
                        && (lang.getLanguage().isEmpty() || lang.getLanguage().equals("en"))
                ? Optional.empty()
                : Optional.of(
                        monthStandsFirst(lang) ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
    }

    private static boolean monthStandsFirst(Locale lang) {
        return DateFormat.getDateInstance(DateFormat.SHORT, lang) instanceof SimpleDateFormat format
                && format.toPattern().indexOf('M') < format.toPattern().indexOf('d');
    }

    private static Optional<LocalDate> named(Rest rest, Pattern pattern, Locale lang, int year, int month, int day) {
        Matcher matcher = pattern.matcher(rest.text());
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            OptionalInt number = MonthNames.month(matcher.group(month), lang);
            if (number.isPresent()) {
                LocalDate found = LocalDate.of(
                        year(matcher.group(year)), number.getAsInt(), Integer.parseInt(matcher.group(day)));
                rest.take(Pattern.compile(Pattern.quote(matcher.group())));
                return Optional.of(found);
            }
            if (matcher.start() + 1 > rest.text().length()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** RFC 5322 §4.3. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? 2000 + year : 1900 + year;
            case 3 -> 1900 + year;
            default -> year;
        };
    }
}
