package com.newgroktimes.digest.operator.pages;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A way to look at a mail. Templates read it. */
public enum PreviewLook {
    /** At the width of a mail program on a desk, by day. */
    DESKTOP,
    PHONE,
    /** In a mail program that does as the mail asks it to. */
    DARK,
    /** In one that turns light into dark by itself. It stands for those: each has rules of its own. */
    FORCED_DARK,
    NO_PICTURES,
    TEXT,
    /** What mail programs are told beside the mail. */
    HEADERS;

    private static final Pattern WHERE_DARK = Pattern.compile("\\(prefers-color-scheme:\\s*dark\\)");
    private static final String BOTH = "content=\"light dark\"";
    private static final String TURNED =
            "<style>html{background:#fff;filter:invert(1) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}</style>";

    /** As addresses have it: {@code forced-dark}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first where there is no such. */
    static PreviewLook of(String path) {
        return Stream.of(values())
                .filter(look -> look.path().equals(path))
                .findFirst()
                .orElse(DESKTOP);
    }

    /** Whether it is shown in a frame. */
    public boolean framed() {
        return this != TEXT && this != HEADERS;
    }

    boolean hasPictures() {
        return this != NO_PICTURES;
    }

    /** The mail as it looks this way, whatever the browser that shows it is set to. */
    String shown(String html) {
        return switch (this) {
            case DARK -> WHERE_DARK.matcher(html).replaceAll("all").replace(BOTH, "content=\"dark\"");
            case FORCED_DARK -> byDay(html).replaceFirst("</head>", TURNED + "</head>");
            case DESKTOP, PHONE, NO_PICTURES, TEXT, HEADERS -> byDay(html);
        };
    }

    private static String byDay(String html) {
        return WHERE_DARK.matcher(html).replaceAll("not all").replace(BOTH, "content=\"light\"");
    }
}
