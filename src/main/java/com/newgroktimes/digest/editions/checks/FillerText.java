package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.Story;

/** Nobody left the text in that stood for another while a page was laid out. */
final class FillerText implements Rule {

    private static final Pattern FILLER = Pattern.compile("\\blorem\\s+ipsum\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "filler-text";
    }

    @Override
    public List<Finding> look(Proof proof) {
        Stream<Finding> note = Stream.ofNullable(proof.edition().note())
                .filter(FillerText::isFiller)
                .map(text -> Finding.stops("note"));
        Stream<Finding> stories = proof.edition().stories().stream()
                .map(EditionStory::content)
                .filter(FillerText::hasFiller)
                .map(story -> Finding.stops("found", story.headline()));
        return Stream.concat(note, stories).toList();
    }

    private static boolean hasFiller(Story story) {
        return Stream.of(story.headline(), story.tldr(), story.msmPerspective(), story.xPerspective(), story.bodyHtml())
                .filter(Objects::nonNull)
                .anyMatch(FillerText::isFiller);
    }

    private static boolean isFiller(String text) {
        return FILLER.matcher(text).find();
    }
}
