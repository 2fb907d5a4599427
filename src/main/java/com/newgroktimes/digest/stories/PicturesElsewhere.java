package com.newgroktimes.digest.stories;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.stories.StoryTable.Lacking;

/**
 * Makes ours the pictures that stories name on other sites, so that no reader's mail program asks anybody else. One that cannot be
 * had costs its story the picture and nothing more.
 */
@Component
public class PicturesElsewhere {

    private static final Logger log = LoggerFactory.getLogger(PicturesElsewhere.class);
    /** Stories may name as many slow sites as they like, and somebody waits. */
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(10);

    private final StoryTable stories;
    private final Shelf shelf;
    private final Pictures pictures;
    private final PictureAnswers answers;
    private final GuardedFetch web;
    private final Clock clock;
    private final Duration atMost;

    @Autowired
    PicturesElsewhere(
            StoryTable stories, Shelf shelf, Pictures pictures, PictureAnswers answers, GuardedFetch web, Clock clock) {
        this(stories, shelf, pictures, answers, web, clock, AT_MOST);
    }

    PicturesElsewhere(
            StoryTable stories,
            Shelf shelf,
            Pictures pictures,
            PictureAnswers answers,
            GuardedFetch web,
            Clock clock,
            Duration atMost) {
        this.stories = stories;
        this.shelf = shelf;
        this.pictures = pictures;
        this.answers = answers;
        this.web = web;
        this.clock = clock;
        this.atMost = atMost;
    }

    /** Whether a picture that could not be had is asked for again. */
    public enum Again {
        /** Somebody wants to know. */
        NOW,
        AFTER_A_WHILE,
        NEVER
    }

    /**
     * Gives each of these stories the picture that it names, where it lacks it. Other sites take their time: never to be called
     * inside a transaction. After a minute what is left is left for the next call, which begins with it.
     *
     * @return whether any of them shows its picture now and did not before
     */
    public boolean complete(Collection<Long> ids, Again again) {
        boolean shown = false;
        Map<String, FetchFault> silent = new HashMap<>();
        long began = System.nanoTime();
        List<Lacking> lacking = stories.lackingTheirPicture(ids);
        Map<String, PictureAnswer> known = new HashMap<>(
                answers.find(lacking.stream().map(Lacking::picture).toList()));
        lacking = longestUnasked(lacking, known);
        for (Lacking story : lacking) {
            if (!story.equals(lacking.get(0)) && System.nanoTime() - began > atMost.toNanos()) {
                log.warn(
                        "Other sites took over {} s. What is left of {} stories without their picture is asked for next time.",
                        atMost.toSeconds(),
                        lacking.size());
                return shown;
            }
            String picture = known.compute(
                            story.picture(),
                            (url, last) -> last == null || isAskedAgain(last, again) ? ask(story, silent) : last)
                    .picture();
            if (picture != null) {
                shown |= shelf.show(story.id(), story.picture(), picture);
            }
        }
        return shown;
    }

    private static List<Lacking> longestUnasked(List<Lacking> lacking, Map<String, PictureAnswer> known) {
        return lacking.stream()
                .sorted(Comparator.comparing(story -> Optional.ofNullable(known.get(story.picture()))
                        .map(PictureAnswer::askedAt)
                        .orElse(Instant.MIN)))
                .toList();
    }

    /** What came of the last tries, by address. */
    public Map<String, PictureAnswer> last(Collection<String> urls) {
        return answers.find(urls);
    }

    private boolean isAskedAgain(PictureAnswer last, Again again) {
        return last.picture() == null
                && switch (again) {
                    case NOW -> true;
                    case AFTER_A_WHILE -> isLongAgo(last);
                    case NEVER -> false;
                };
    }

    private boolean isLongAgo(PictureAnswer last) {
        return last.askedAt().plus(ASK_AGAIN_AFTER).isBefore(clock.instant());
    }

    /** @param silent hosts that were out of reach a moment ago, and would cost each of their pictures the same wait */
    private PictureAnswer ask(Lacking story, Map<String, FetchFault> silent) {
        PictureAnswer answer = asked(story.picture(), silent);
        answers.write(answer);
        if (answer.fault() != null) {
            log.warn("The story {} has no picture. {}", story.url(), answer.fault());
        }
        return answer;
    }

    private PictureAnswer asked(String url, Map<String, FetchFault> silent) {
        try {
            URI address = WebAddress.parse(url).uri();
            FetchFault before = silent.get(address.getHost());
            if (before != null) {
                return failed(
                        url, "%s was not asked after this: %s".formatted(url, before.sentence()), isAnswer(before));
            }
            return new PictureAnswer(url, pictures.keep(fetched(address, silent)), null, true, clock.instant());
        } catch (NotAnAddress e) {
            return failed(url, e.sentence(), true);
        } catch (FetchFault e) {
            return failed(url, e.sentence(), isAnswer(e));
        } catch (UnreadableFile e) {
            return failed(url, "%s cannot be shown. %s".formatted(url, e.sentence()), true);
        } catch (RuntimeException | LinkageError | VirtualMachineError unexpected) {
            if (DatabaseTrouble.behind(unexpected).isPresent()) {
                throw unexpected;
            }
            log.error("The picture {} was left out", url, unexpected);
            return failed(url, "%s could not be taken; the service's log says why.".formatted(url), true);
        }
    }

    private byte[] fetched(URI address, Map<String, FetchFault> silent) {
        try {
            return web.get(address, OriginalPicture.MOST_BYTES).body();
        } catch (FetchFault e) {
            if (e.isOfWholeHost()) {
                silent.put(e.address().getHost(), e);
            }
            throw e;
        }
    }

    private static boolean isAnswer(FetchFault fault) {
        return fault.kind() != FetchFault.Kind.SILENCE;
    }

    private PictureAnswer failed(String url, String fault, boolean answered) {
        return new PictureAnswer(url, null, fault, answered, clock.instant());
    }
}
