package com.newgroktimes.digest.editions.digest;

import java.util.Locale;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * The language and direction of a story's own words, where they are not the mail's.
 *
 * @param lang BCP 47; null where it is the mail's language, or nobody knows
 * @param dir  {@code ltr} or {@code rtl}; {@code auto} where nobody knows the language; null where it is the mail's
 * @param rtl  whether its lines start at the right
 */
public record Writing(@Nullable String lang, @Nullable String dir, boolean rtl) {

    /** @param sample words to tell the direction from when there is no language */
    static Writing of(@Nullable String lang, Locale mail, String sample) {
        if (lang == null) {
            return new Writing(null, "auto", Bidi.getBaseDirection(sample) == Bidi.RTL);
        }
        Locale theirs = Locale.forLanguageTag(lang);
        boolean rtl = isRightToLeft(theirs);
        return new Writing(
                theirs.getLanguage().equals(mail.getLanguage()) ? null : lang,
                rtl == isRightToLeft(mail) ? null : rtl ? "rtl" : "ltr",
                rtl);
    }

    /** {@code ltr} or {@code rtl} where these words run against the mail; else null. */
    static @Nullable String direction(String words, Locale mail) {
        byte direction = Bidi.getBaseDirection(words);
        if (direction == Bidi.NEUTRAL || (direction == Bidi.RTL) == isRightToLeft(mail)) {
            return null;
        }
        return direction == Bidi.RTL ? "rtl" : "ltr";
    }

    /** For programs that align by attribute, and know no {@code start}. */
    public String align() {
        return rtl ? "right" : "left";
    }

    private static boolean isRightToLeft(Locale locale) {
        return ULocale.forLocale(locale).isRightToLeft();
    }
}
