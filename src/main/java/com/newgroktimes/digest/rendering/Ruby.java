package com.newgroktimes.digest.rendering;

import org.jsoup.nodes.Element;

/** How signs are read aloud, which stands above them in small, and would run into them where it stands beside (HTML §4.5.10). */
final class Ruby {

    /** From here on signs are as wide as they are high, and so are their brackets. */
    private static final int FIRST_WIDE = 0x2E80;

    private Ruby() {}

    /** What brings no brackets of its own gets some. */
    static void inBrackets(Element text) {
        text.select("ruby:not(:has(rp)) > rt").stream().filter(Element::hasText).forEach(Ruby::bracketed);
    }

    private static void bracketed(Element reading) {
        boolean wide = reading.text().codePoints().anyMatch(sign -> sign >= FIRST_WIDE);
        reading.prependText(wide ? "（" : " (");
        reading.appendText(wide ? "）" : ")");
    }
}
