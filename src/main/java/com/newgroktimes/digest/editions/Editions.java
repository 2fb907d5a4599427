package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.checks.Preflight;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.KeptStory;
import com.newgroktimes.digest.stories.PicturesElsewhere.Again;
import com.newgroktimes.digest.stories.StoryHead;

/** All editions. */
@Component
@Transactional
public class Editions {

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    /** Names the week that closed last, where a week is asked for. */
    public static final String LAST_WEEK = "last";

    /** Names the week that is open now. */
    public static final String CURRENT_WEEK = "current";

    /** Begins a list with the newest. */
    public static final int NEWEST = Integer.MAX_VALUE;

    private final Assembly assembly;
    private final Editing editing;
    private final Mending mending;
    private final NewVersions newVersions;
    private final ChoiceTable choices;
    private final Preflight preflight;
    private final RevisionTable revisions;
    private final EditionPictures pictures;
    private final WholeCheck wholeCheck;
    private final Archive archive;
    private final EditionTable table;
    private final EditionStates states;
    private final Recheck recheck;
    private final Renderings renderings;
    private final Placements placements;
    private final AwaitedStories awaited;
    private final Calendars calendars;
    private final Words words;

    Editions(
            Assembly assembly,
            Editing editing,
            Mending mending,
            NewVersions newVersions,
            ChoiceTable choices,
            Preflight preflight,
            RevisionTable revisions,
            EditionPictures pictures,
            WholeCheck wholeCheck,
            Archive archive,
            EditionTable table,
            EditionStates states,
            Recheck recheck,
            Renderings renderings,
            Placements placements,
            AwaitedStories awaited,
            Calendars calendars,
            Words words) {
        this.assembly = assembly;
        this.editing = editing;
        this.mending = mending;
        this.newVersions = newVersions;
        this.choices = choices;
        this.preflight = preflight;
        this.revisions = revisions;
        this.pictures = pictures;
        this.wholeCheck = wholeCheck;
        this.archive = archive;
        this.table = table;
        this.states = states;
        this.recheck = recheck;
        this.renderings = renderings;
        this.placements = placements;
        this.awaited = awaited;
        this.calendars = calendars;
        this.words = words;
    }

    /** @param created false where the week had its edition already */
    public record Assembled(boolean created, Edition edition) {}

    /**
     * Puts a week's edition together from the stories that are there, checks it, and leaves it DRAFT or READY. One that is there
     * already and not yet frozen takes what has come since.
     *
     * @param week {@code 2026-W48}, {@code current} or {@code last} (the last closed one)
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Assembled assemble(String week) {
        Assembled assembled = assembly.assemble(week);
        int number = assembled.edition().number();
        pictures.complete(number, Again.AFTER_A_WHILE);
        return new Assembled(assembled.created(), archive.get(number));
    }

    /**
     * Changes by hand what editors may choose; it is checked anew before this returns. What they chose stays, whatever comes to the
     * edition afterwards.
     *
     * @param contentHash what whoever asks looked at; null takes whatever is there
     * @throws Problem where it is frozen, or another than they looked at, or the change cannot be made; nothing is changed then
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Edition change(int number, @Nullable String contentHash, EditionChange change, String by) {
        recheck.ifStale(number);
        editing.change(number, contentHash, change, by);
        pictures.complete(number, Again.AFTER_A_WHILE);
        return archive.get(number);
    }

    /**
     * Mends a paused edition: it gets a revision of its own, with its stories as they are now, which may be changed until it goes on.
     * Those who have got it keep what they have.
     *
     * @throws Problem where it is not paused
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Edition revise(int number) {
        mending.revise(number);
        pictures.complete(number, Again.AFTER_A_WHILE);
        return archive.get(number);
    }

    /**
     * Mends a paused edition as {@link #revise} does, but takes the new version of one story alone.
     *
     * @param url  of the story
     * @param seen when it became what somebody looked at: {@link NewVersion#changedAt}
     * @throws Problem where it is not paused, or the story has changed again
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Edition take(int number, String url, Instant seen, String by) {
        mending.take(number, url, seen, by);
        pictures.complete(number, Again.AFTER_A_WHILE);
        return archive.get(number);
    }

    /** The mended revision goes out, from now on: it is not changed any more. In the transaction in which the edition goes on. */
    public void mended(int number) {
        recheck.ifStale(number);
        table.lockContent();
        revisions.end(number, calendars.now());
    }

    /** All that readers got, or are about to get, oldest first. */
    @Transactional(readOnly = true)
    public List<Revision> revisions(Edition edition) {
        return revisions(List.of(edition)).values().iterator().next();
    }

    /** The same of many, by number. */
    @Transactional(readOnly = true)
    public Map<Integer, List<Revision>> revisions(Collection<Edition> editions) {
        List<Integer> revised = editions.stream()
                .filter(edition -> edition.revision() > 1)
                .map(Edition::number)
                .toList();
        Map<Integer, List<Revision>> earlier = revised.isEmpty() ? Map.of() : revisions.earlier(revised);
        return editions.stream()
                .collect(Collectors.toMap(
                        Edition::number,
                        edition -> Stream.concat(
                                        earlier.getOrDefault(edition.number(), List.of()).stream(),
                                        Stream.of(new Revision(edition.revision(), edition.contentHash())))
                                .toList()));
    }

    /** Says on the web page of an edition that is out what was wrong with it. */
    public void correct(int number, String why, String by) {
        mending.correct(number, why);
        log.info("The web page of edition {} is corrected by {}.", number, by);
    }

    /** Takes an edition that was sent off the site. Its stories come into no other. */
    public void withdraw(int number, String why, String by) {
        mending.withdraw(number, why);
        log.info("Edition {} is withdrawn by {}.", number, by);
    }

    /** When it was last changed by hand; empty where nobody did. */
    @Transactional(readOnly = true)
    public Optional<Edited> edited(int number) {
        return choices.edited(number);
    }

    /** Those of its stories, by number, that somebody gave a place. */
    @Transactional(readOnly = true)
    public Set<Long> placedByHand(int number) {
        return choices.of(number).placed().stream().map(Choice::story).collect(Collectors.toSet());
    }

    /** How large the longest copy's HTML is, in bytes. */
    @Transactional(readOnly = true)
    public int bytes(Edition edition) {
        return preflight.bytes(edition);
    }

    /** Its stories that say something else on the site than in their copies; those of an open edition are taken by themselves. */
    @Transactional(readOnly = true)
    public List<NewVersion> newVersions(Edition edition) {
        return newVersions.of(edition);
    }

    /** Fetches the pictures that stories have brought into open editions. Takes as long as other sites do. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void completePictures() {
        pictures.complete(Again.AFTER_A_WHILE);
    }

    /** The week that a name stands for: {@code 2026-W48} itself, {@code current} or {@code last} (the last closed one). */
    @Transactional(readOnly = true)
    public String week(String name) {
        return calendars.timeline().week(name, calendars.now()).toString();
    }

    /** The window of a week: its edition's, or the one that its edition would have. */
    @Transactional(readOnly = true)
    public EditionWindow window(String week) {
        Timeline timeline = calendars.timeline();
        return timeline.window(timeline.week(week, calendars.now()), calendars.now());
    }

    @Transactional(readOnly = true)
    public boolean isMade(String week) {
        Timeline timeline = calendars.timeline();
        return timeline.of(timeline.week(week, calendars.now())).isPresent();
    }

    /** Whether a week can be assembled: it has its edition, or may have one now. */
    @Transactional(readOnly = true)
    public boolean canAssemble(String week) {
        Timeline timeline = calendars.timeline();
        return timeline.has(timeline.week(week, calendars.now()), calendars.now());
    }

    /** When the next edition can be made; empty where one still takes stories, or can be made now. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextOpens() {
        return calendars.timeline().nextOpens(calendars.now());
    }

    /** By id of the story. */
    @Transactional(readOnly = true)
    public Map<Long, Placement> placements(Collection<? extends KeptStory> stories) {
        return placements.of(stories);
    }

    @Transactional(readOnly = true)
    public Placement placement(KeptStory story) {
        return placements(List.of(story)).values().iterator().next();
    }

    /** The stories that would each go into an edition, if only they had a TL;DR; oldest first. */
    @Transactional(readOnly = true)
    public List<StoryHead> awaited() {
        return awaited.list();
    }

    /** Those of them that the edition of this week would take, made already or not. */
    @Transactional(readOnly = true)
    public List<StoryHead> awaited(String week) {
        return awaited.list(week);
    }

    @Transactional(readOnly = true)
    public Optional<Edition> find(int number) {
        return archive.find(number);
    }

    /** @throws Problem where there is none of this number */
    @Transactional(readOnly = true)
    public Edition get(int number) {
        return archive.get(number);
    }

    /** Without its stories: cheap enough for pages that show none. */
    @Transactional(readOnly = true)
    public Edition head(int number) {
        return table.find(number).orElseThrow(() -> Archive.unknown(number));
    }

    /**
     * Newest first, without their stories.
     *
     * @param before the number that the last list ended with; {@link #NEWEST} to begin
     */
    @Transactional(readOnly = true)
    public List<Edition> heads(int before, int most) {
        return table.list(before, most);
    }

    /** The same of those in this state alone; null is any. */
    @Transactional(readOnly = true)
    public List<Edition> heads(int before, int most, @Nullable EditionState state) {
        return state == null ? table.list(before, most) : table.list(before, most, state);
    }

    /** How many there are in each state that any is in, in the order of the states. */
    @Transactional(readOnly = true)
    public Map<EditionState, Integer> counts() {
        return table.counts();
    }

    /** As {@link #heads(int, int)}, with the headlines of their stories. */
    @Transactional(readOnly = true)
    public List<EditionHeadlines> headlines(int before, int most) {
        return archive.headlines(before, most);
    }

    /** For how many the last edition before this one was approved. */
    @Transactional(readOnly = true)
    public Optional<Integer> approvedBefore(int number) {
        return table.approvedBefore(number);
    }

    /** The results for the content as it is now, and for this moment. */
    @Transactional(readOnly = true)
    public List<Check> checks(int number) {
        return recheck.results(number);
    }

    /** What rules last found in this content: those that speak of a moment, or of readers, are not asked. Cheap enough for every second. */
    @Transactional(readOnly = true)
    public List<Check> found(Edition edition) {
        return recheck.found(edition);
    }

    /** Asks every rule again, and others for what they alone know: pictures, links, a spam score. A DRAFT may become READY, a READY one DRAFT. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Check> check(int number) {
        return wholeCheck.of(number);
    }

    /** Just the state: cheap enough to be asked every second of a run. */
    @Transactional(readOnly = true)
    public EditionState state(int number) {
        return states.state(number).orElseThrow(() -> Archive.unknown(number));
    }

    /** Which revision it is at: as cheap. */
    @Transactional(readOnly = true)
    public int revision(int number) {
        return states.revision(number).orElseThrow(() -> Archive.unknown(number));
    }

    /** The numbers of those in any of these states: cheap enough to be asked every few seconds. */
    @Transactional(readOnly = true)
    public List<Integer> in(Set<EditionState> any) {
        return states.in(any);
    }

    /** False where another node was first, or the edition has moved on meanwhile, or its content is another. */
    public boolean hold(int number, String contentHash, int recipients, String by, Instant until) {
        recheck.ifStale(number);
        return states.approve(number, contentHash, EditionState.HOLDING, recipients, by, until);
    }

    /** As {@link #hold}, but for a time of its own: the edition becomes SCHEDULED, and leaves without a holding time. */
    public boolean schedule(int number, String contentHash, int recipients, String by, Instant at) {
        recheck.ifStale(number);
        return states.approve(number, contentHash, EditionState.SCHEDULED, recipients, by, at);
    }

    /**
     * False where the edition is in none of the states {@code from}. One taken back takes what has come meanwhile; one stopped before its
     * list of readers was made leaves its stories to the next.
     */
    public boolean move(int number, Set<EditionState> from, EditionState to, @Nullable String reason) {
        if (to.open()) {
            return assembly.takeBack(number, from, reason);
        }
        if (to == EditionState.STOPPED) {
            return assembly.stop(number, from, reason);
        }
        return states.move(number, from, to, reason, to.ended() ? calendars.now() : null);
    }

    /** False where the edition is not to leave at that moment any more: it was taken back meanwhile, and maybe approved for another. */
    public boolean leave(int number, Instant at) {
        return states.leave(number, at);
    }

    /** Says on an edition what it waits for while it is in any of these states; null takes that back. */
    public void explain(int number, Set<EditionState> any, @Nullable String reason) {
        states.explain(number, any, reason);
    }

    /** Notes the moment at which the audience was written to the ledger. In the caller's transaction. */
    public void frozen(int number, Instant at) {
        states.freeze(number, at);
    }

    /** Every language that there are digests in. */
    public Set<String> languages() {
        return words.languages();
    }

    /** The language that a reader of this locale gets the digest in: one that the message bundles have. */
    public String language(String locale) {
        return words.closest(Locale.forLanguageTag(locale)).getLanguage();
    }

    /** How days are spelled in the digest's words. */
    public DateTimeFormatter dates(String language) {
        return words.dates(Locale.forLanguageTag(language));
    }

    /** Renders each variant once and keeps the skeletons; those that are there already are not rendered again. */
    public List<RenderedVariant> render(int number, Collection<Variant> wanted) {
        return renderings.render(number, wanted);
    }

    /** Whether templates and settings still make of it what was approved. Else variants that were not kept yet cannot be rendered. */
    @Transactional(readOnly = true)
    public boolean isAsApproved(Edition edition) {
        return renderings.isAsApproved(edition);
    }

    /** The skeletons kept for the edition's present revision, by id. */
    @Transactional(readOnly = true)
    public List<RenderedVariant> rendered(int number) {
        return renderings.rendered(number);
    }

    /** The variants of one revision, by id. */
    @Transactional(readOnly = true)
    public Map<Integer, Variant> variants(int number, int revision) {
        return renderings.variants(number, revision);
    }

    /** Renders one variant as it would be now, and keeps nothing; what was kept for it, if it was. */
    @Transactional(readOnly = true)
    public RenderedVariant preview(int number, Variant variant) {
        return renderings.preview(number, variant);
    }

    /**
     * One variant as it would be sent now, for a test of it; what was kept for it, if readers got it already.
     *
     * @throws Problem where there is no story in it, or where it is not what was approved any more
     */
    public EditionProof proof(int number, Variant variant) {
        recheck.ifStale(number);
        return renderings.proof(
                number, new Variant(language(variant.language()), variant.format(), variant.sections()));
    }
}
