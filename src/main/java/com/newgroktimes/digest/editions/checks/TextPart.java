package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.regex.Pattern;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.Story;

/** Whoever reads the plain text gets every story too. */
final class TextPart implements Rule {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Override
    public String id() {
        return "text-part";
    }

    @Override
    public List<Finding> look(Proof proof) {
        List<Text> texts =
                proof.copies().stream().map(copy -> new Text(copy.text())).toList();
        return proof.edition().stories().stream()
                .map(EditionStory::content)
                .filter(story -> texts.stream().anyMatch(text -> text.lacks(story)))
                .map(story -> Finding.stops("missing", story.headline()))
                .toList();
    }

    private static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static final class Text {

        private final Pages asWrapped;
        /** Lines are wrapped, so that a headline may be on two. */
        private final Pages inOneLine;

        Text(String text) {
            asWrapped = new Pages(text);
            inOneLine = new Pages(oneLine(text));
        }

        boolean lacks(Story story) {
            return !inOneLine.has(oneLine(story.headline())) || !asWrapped.has(story.url());
        }
    }

    /** Leafed through from where the story before was found: a week may have thousands, which are told in their order. */
    private static final class Pages {

        private final String text;
        private int from;

        Pages(String text) {
            this.text = text;
        }

        boolean has(String part) {
            int ahead = text.indexOf(part, from);
            int found = ahead < 0 ? text.indexOf(part) : ahead;
            from = Math.max(found, 0);
            return found >= 0;
        }
    }
}
