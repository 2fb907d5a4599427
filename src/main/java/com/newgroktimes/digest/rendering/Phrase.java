package com.newgroktimes.digest.rendering;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;

/** One pattern, ready to be filled in by many threads: to read it takes far longer than to fill it in. */
final class Phrase {

    private final MessageFormat format;
    private final Set<Integer> selectors;

    Phrase(String pattern, ULocale language) {
        format = new MessageFormat(pattern, language);
        selectors = selectors(new MessagePattern(pattern));
    }

    private static Set<Integer> selectors(MessagePattern pattern) {
        return IntStream.range(0, pattern.countParts())
                .filter(part -> pattern.getPart(part).getType() == MessagePattern.Part.Type.ARG_START
                        && pattern.getPart(part).getArgType() == MessagePattern.ArgType.SELECT)
                .mapToObj(part -> pattern.getPart(part + 1).getValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this argument is no part of the sentence: it decides between sentences. */
    boolean selectsBy(int argument) {
        return selectors.contains(argument);
    }

    /** One at a time, since ICU's formats are not made for more. */
    synchronized String with(Object... args) {
        return format.format(args);
    }
}
