package com.newgroktimes.digest.stories;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Text as somebody typed it, without what no reader sees and no database takes. */
public final class TypedText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /** They turn the direction of what follows, file names and addresses too, past the text that they stand in (UAX #9 §2.1–2.4). */
    private static final Pattern TURNS = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** Marks for programs. Those that join or part the signs of a script stay, and so do the marks of direction that turn nothing else. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x{AD}\\x{2060}-\\x{2064}\\x{206A}-\\x{206F}\\x{FEFF}\\x{FFF9}-\\x{FFFB}\\x{E0001}]");

    private static final Pattern HALF_SIGNS = Pattern.compile("\\p{Cs}");
    /** Blanks are taken once, wherever they stand: looked for anew from each of them, a megabyte would take half an hour. */
    private static final Pattern EDGES = Pattern.compile(
            "^[\\s\\p{Z}\\x{FEFF}\\x{200B}]++|(?<![\\s\\p{Z}\\x{FEFF}\\x{200B}])[\\s\\p{Z}\\x{FEFF}\\x{200B}]++$");

    /** What leaves no mark where it stands alone: blanks, formats, accents without a letter, fillers of Hangul, the empty pattern of Braille. */
    private static final Pattern NOTHING_TO_SEE =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Mn}\\x{115F}\\x{1160}\\x{2800}\\x{3164}\\x{FFA0}]*+");

    private TypedText() {}

    /** One line: what would break it becomes a blank, and marks that no reader sees are dropped. Null where nothing is left. */
    public static @Nullable String line(@Nullable String typed) {
        String text = lines(typed);
        if (text == null) {
            return null;
        }
        String seen = UNSEEN.matcher(text.replace('\n', ' ').replace('\t', ' ')).replaceAll("");
        return trimmed(seen);
    }

    /** Keeps its line ends, as LF. What turns the direction of writing is dropped. Null where nothing is left. */
    public static @Nullable String lines(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String unified =
                TURNS.matcher(LINE_ENDS.matcher(typed).replaceAll("\n")).replaceAll("");
        String whole =
                HALF_SIGNS.matcher(CONTROLS.matcher(unified).replaceAll("")).replaceAll("\uFFFD");
        return trimmed(whole);
    }

    private static @Nullable String trimmed(String text) {
        String trimmed = EDGES.matcher(text).replaceAll("");
        return NOTHING_TO_SEE.matcher(trimmed).matches() ? null : trimmed;
    }
}
