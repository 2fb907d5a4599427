package com.newgroktimes.digest.stories;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Text as somebody typed it, without what no reader sees and no database takes. */
public final class TypedText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern HALF_SIGNS = Pattern.compile("\\p{Cs}");
    /** Blanks are taken once, wherever they stand: looked for anew from each of them, a megabyte would take half an hour. */
    private static final Pattern EDGES = Pattern.compile(
            "^[\\s\\p{Z}\\x{FEFF}\\x{200B}]++|(?<![\\s\\p{Z}\\x{FEFF}\\x{200B}])[\\s\\p{Z}\\x{FEFF}\\x{200B}]++$");

    private TypedText() {}

    /** One line: what would break it becomes a blank. Null where nothing is left. */
    public static @Nullable String line(@Nullable String typed) {
        String text = lines(typed);
        return text == null ? null : text.replace('\n', ' ').replace('\t', ' ');
    }

    /** Keeps its line ends, as LF. Null where nothing is left. */
    public static @Nullable String lines(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String unified = LINE_ENDS.matcher(typed).replaceAll("\n");
        String whole =
                HALF_SIGNS.matcher(CONTROLS.matcher(unified).replaceAll("")).replaceAll("\uFFFD");
        String trimmed = EDGES.matcher(whole).replaceAll("");
        return trimmed.isEmpty() ? null : trimmed;
    }
}
