package com.newgroktimes.digest.rendering;

import org.jspecify.annotations.Nullable;

/**
 * What our mails look like. Templates read it as {@code style}.
 *
 * @param serif fonts of masthead and headlines, of which a reader sees the first that they have
 * @param sans  fonts of everything else
 * @param logo  null: the name stands there as text
 * @param preheader whether a line that nobody sees in the mail stands beside the subject in inboxes
 */
public record Look(
        Palette light,
        Palette dark,
        String serif,
        String sans,
        @Nullable Logo logo,
        boolean preheader) {

    static final Look OURS = new Look(
            new Palette(
                    "#efede8", "#ffffff", "#16181d", "#595f69", "#1d4680", "#d9d5cc", "#eaf0f8", "#2b5c9e", "#1d4680",
                    "#f4f0e6", "#16181d", "#16181d"),
            new Palette(
                    "#0f1012", "#17181b", "#eceae4", "#b4b7bd", "#9cc2f5", "#3a3d43", "#17222f", "#7fb0ee", "#9cc2f5",
                    "#242119", "#e8c66a", "#f0d38a"),
            "Georgia,'Times New Roman',serif",
            "-apple-system,'Segoe UI',Helvetica,Arial,sans-serif",
            null,
            true);

    /**
     * Colours by day or by night; null is none of one's own.
     *
     * @param page      what the card lies on
     * @param card      what text stands on
     * @param muted     text that steps back
     * @param rule      lines between stories
     * @param msmGround the box of the MSM Perspective, with its bar at the side and its label
     * @param xGround   the box of the X Perspective
     */
    public record Palette(
            @Colour @Nullable String page,
            @Colour @Nullable String card,
            @Colour @Nullable String ink,
            @Colour @Nullable String muted,
            @Colour @Nullable String link,
            @Colour @Nullable String rule,
            @Colour @Nullable String msmGround,
            @Colour @Nullable String msmBar,
            @Colour @Nullable String msmLabel,
            @Colour @Nullable String xGround,
            @Colour @Nullable String xBar,
            @Colour @Nullable String xLabel) {

        /** Another's colours where this one has none. */
        Palette over(Palette other) {
            return new Palette(
                    or(page, other.page),
                    or(card, other.card),
                    or(ink, other.ink),
                    or(muted, other.muted),
                    or(link, other.link),
                    or(rule, other.rule),
                    or(msmGround, other.msmGround),
                    or(msmBar, other.msmBar),
                    or(msmLabel, other.msmLabel),
                    or(xGround, other.xGround),
                    or(xBar, other.xBar),
                    or(xLabel, other.xLabel));
        }

        private static @Nullable String or(@Nullable String one, @Nullable String other) {
            return one == null ? other : one;
        }
    }
}
