package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.rendering.Look.Palette;

/** Whether everybody can read text of one colour on another (WCAG 2.2, 1.4.3 and its <i>contrast ratio</i>, from 1 to 21). */
public final class Legibility {

    public static final double ENOUGH = 4.5;

    private Legibility() {}

    private record Pair(
            String setting, @Nullable String text, @Nullable String ground) {

        /** Colours that are none are told by their own rule. */
        boolean isHard() {
            return isColour(text) && isColour(ground) && contrast() < ENOUGH;
        }

        double contrast() {
            return Legibility.contrast(String.valueOf(text), String.valueOf(ground));
        }
    }

    /** @param one {@code #} and six hex digits, as the other */
    public static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    static List<StartRefused> of(String prefix, Palette colours) {
        return Stream.of(
                        new Pair("ink", colours.ink(), colours.card()),
                        new Pair("ink", colours.ink(), colours.msmGround()),
                        new Pair("ink", colours.ink(), colours.xGround()),
                        new Pair("muted", colours.muted(), colours.card()),
                        new Pair("muted", colours.muted(), colours.page()),
                        new Pair("muted", colours.muted(), colours.msmGround()),
                        new Pair("muted", colours.muted(), colours.xGround()),
                        new Pair("link", colours.link(), colours.card()),
                        new Pair("link", colours.link(), colours.page()),
                        new Pair("msm-label", colours.msmLabel(), colours.msmGround()),
                        new Pair("x-label", colours.xLabel(), colours.xGround()))
                .filter(Pair::isHard)
                .map(pair -> refused(prefix, pair))
                .toList();
    }

    private static StartRefused refused(String prefix, Pair pair) {
        return StartRefused.setting(
                prefix + "." + pair.setting(),
                pair.text(),
                String.format(
                        Locale.ROOT,
                        "it is hard to read on %s: their contrast is %.1f to 1, and text needs %.1f.",
                        pair.ground(),
                        pair.contrast(),
                        ENOUGH));
    }

    /** {@code #} and six hex digits, the form that every mail program reads. */
    public static boolean isColour(@Nullable String text) {
        return text != null && text.matches(Colour.FORM);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
