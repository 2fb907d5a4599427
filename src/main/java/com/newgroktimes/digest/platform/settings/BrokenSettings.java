package com.newgroktimes.digest.platform.settings;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import com.newgroktimes.digest.platform.StartRefused;

/** A file of settings that cannot be read: which, in what line, and what to do. The line is not shown: it may hold a password. */
final class BrokenSettings {

    /**
     * A slip that people make.
     *
     * @param sign what the parser's own sentence about it has in it
     */
    private record Slip(String sign, String what, String remedy) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip("TAB", "a tab stands where YAML allows blanks alone.", "Put blanks in its place."),
            new Slip(
                    "mapping values",
                    "a colon stands where none can.",
                    "Begin the line as far in as those beside it, and put a value with a colon in it in quotation marks."),
            new Slip(
                    "<block end>",
                    "it is not as far in as the lines that it belongs to.",
                    "Begin all settings that stand side by side equally far in."),
            new Slip("end of stream", "a quotation mark is opened there and never closed.", "Close it."),
            new Slip(
                    "alias",
                    "a value begins with a sign that means something else in YAML.",
                    "Put the value in quotation marks."),
            new Slip(
                    "cannot start any token",
                    "a value begins with a sign that means something else in YAML.",
                    "Put the value in quotation marks."));

    private BrokenSettings() {}

    static StartRefused yaml(Resource file, YAMLException broken) {
        return broken instanceof MarkedYAMLException marked
                ? yaml(file, marked)
                : refusal(
                        shown(file),
                        "it is no text in UTF-8, or has a sign in it that YAML forbids.",
                        "Save it anew, as plain text in UTF-8.",
                        broken);
    }

    private static StartRefused yaml(Resource file, MarkedYAMLException broken) {
        String problem = String.valueOf(broken.getProblem());
        Slip slip = SLIPS.stream()
                .filter(known -> problem.contains(known.sign()))
                .findFirst()
                .orElseGet(() -> new Slip("", problem + ".", "Mend that line."));
        // What is never closed is missed at the end of the file alone.
        Mark mark = slip.sign().equals("end of stream") ? broken.getContextMark() : broken.getProblemMark();
        return refusal(shown(file) + line(mark), slip.what(), slip.remedy(), broken);
    }

    /** The one fault that such a file can have. */
    static StartRefused properties(Resource file, RuntimeException broken) {
        return refusal(
                shown(file),
                "\\u stands in it, and not the four digits of a sign after that.",
                "A backslash begins such a sign there. Write two for one, or a slash in a path.",
                broken);
    }

    private static StartRefused refusal(String where, String what, String remedy, RuntimeException broken) {
        return new StartRefused("The settings in %s cannot be read: %s".formatted(where, what), remedy, broken);
    }

    private static String line(@Nullable Mark mark) {
        return mark == null ? "" : ", line %d,".formatted(mark.getLine() + 1);
    }

    private static String shown(Resource file) {
        try {
            return file.getFile().toPath().toAbsolutePath().normalize().toString();
        } catch (IOException e) {
            return file.getDescription();
        }
    }
}
