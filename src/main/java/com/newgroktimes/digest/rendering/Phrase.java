package com.newgroktimes.digest.rendering;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;

/** One pattern, ready to be filled in by many threads: to read it takes far longer than to fill it in. */
final class Phrase {

    private final MessageFormat format;

    Phrase(String pattern, ULocale language) {
        format = new MessageFormat(pattern, language);
    }

    /** One at a time, since ICU's formats are not made for more. */
    synchronized String with(Object... args) {
        return format.format(args);
    }
}
