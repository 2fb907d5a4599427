package com.newgroktimes.digest.editions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.platform.Problem;

import static com.newgroktimes.digest.platform.Problem.Kind.NOT_FOUND;

/** Editions as they are kept, with their stories, and as readers see them. Nothing is changed here. */
@Component
@Transactional(readOnly = true)
public class Archive {

    private final EditionTable editions;
    private final EditionStoryTable stories;
    private final HeadlineTable headlines;
    private final RevisionTable revisions;

    Archive(EditionTable editions, EditionStoryTable stories, HeadlineTable headlines, RevisionTable revisions) {
        this.editions = editions;
        this.stories = stories;
        this.headlines = headlines;
        this.revisions = revisions;
    }

    Optional<Edition> find(int number) {
        return editions.find(number)
                .map(edition -> withStories(List.of(edition)).get(0));
    }

    Edition get(int number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    /** With all that its copies say, whether readers are shown that or not. */
    Edition whole(int number) {
        return editions.find(number)
                .map(edition -> edition.with(stories.whole(number, true), stories.whole(number, false)))
                .orElseThrow(() -> unknown(number));
    }

    static Problem unknown(int number) {
        return new Problem(
                        NOT_FOUND,
                        "No such edition",
                        "There is no edition %d. Look for it in the list of editions.".formatted(number))
                .inWords("no-edition", number);
    }

    private Edition asPublished(Edition edition) {
        return gotBefore(edition).orElse(edition);
    }

    private Optional<Edition> gotBefore(Edition edition) {
        return edition.mending()
                ? revisions.content(edition.number(), edition.revision() - 1).map(got -> got.remarked(edition))
                : Optional.empty();
    }

    /** Newest first. */
    List<EditionHeadlines> headlines(int before, int most) {
        return headlines.of(editions.list(before, most));
    }

    /** As readers see it: while it is being mended, what they have got. */
    public Optional<Edition> findPublished(int number) {
        return find(number).filter(edition -> edition.frozenAt() != null).map(this::asPublished);
    }

    /** Newest first: those that readers may see, from the freeze on, without their stories. */
    public List<Edition> publishedHeads(int most) {
        return editions.published(0, most);
    }

    /** The numbers of all those, newest first. */
    public List<Integer> publishedNumbers() {
        return editions.publishedNumbers();
    }

    /** Newest first, as readers got them last. */
    public List<EditionHeadlines> publishedHeadlines(int skip, int most) {
        return headlines.of(editions.published(skip, most)).stream()
                .map(this::asPublished)
                .toList();
    }

    private EditionHeadlines asPublished(EditionHeadlines now) {
        return gotBefore(now.edition()).map(EditionHeadlines::of).orElse(now);
    }

    /** The numbers of all that were sent, withdrawn since or not, newest first. */
    public List<Integer> sentNumbers() {
        return editions.sentNumbers();
    }

    /** Newest first, as readers got them last: with bodies and sources, but of stories that are a link for every reader. */
    public List<Edition> sent(int skip, int most) {
        return withStories(editions.sent(skip, most)).stream()
                .map(this::asPublished)
                .toList();
    }

    private List<Edition> withStories(Collection<Edition> found) {
        List<Integer> numbers = found.stream().map(Edition::number).toList();
        Map<Integer, List<EditionStory>> content = stories.of(numbers);
        Map<Integer, List<EditionStory>> leftOut = stories.leftOut(numbers);
        return found.stream()
                .map(edition -> edition.with(
                        content.getOrDefault(edition.number(), List.of()),
                        leftOut.getOrDefault(edition.number(), List.of())))
                .toList();
    }
}
