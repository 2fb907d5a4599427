package com.newgroktimes.digest.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.LatestTable;
import com.newgroktimes.digest.delivery.ledger.ReaderTable;
import com.newgroktimes.digest.delivery.run.SampleCopies;
import com.newgroktimes.digest.delivery.testsend.PastTests;
import com.newgroktimes.digest.delivery.testsend.TestSends;
import com.newgroktimes.digest.editions.Archive;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.platform.Problem;

/** Every delivery of every edition. */
@Component
public class Deliveries {

    private final Audience audience;
    private final Progresses progresses;
    private final DestinationProgresses destinations;
    private final Approval approval;
    private final Interventions interventions;
    private final SecondOffer secondOffer;
    private final Entries entries;
    private final ReaderTable readers;
    private final Setbacks setbacks;
    private final LatestTable latest;
    private final Editions editions;
    private final Archive archive;
    private final SampleCopies samples;
    private final TestSends tests;
    private final PastTests pastTests;

    Deliveries(
            Audience audience,
            Progresses progresses,
            DestinationProgresses destinations,
            Approval approval,
            Interventions interventions,
            SecondOffer secondOffer,
            Entries entries,
            ReaderTable readers,
            Setbacks setbacks,
            LatestTable latest,
            Editions editions,
            Archive archive,
            SampleCopies samples,
            TestSends tests,
            PastTests pastTests) {
        this.audience = audience;
        this.progresses = progresses;
        this.destinations = destinations;
        this.approval = approval;
        this.interventions = interventions;
        this.secondOffer = secondOffer;
        this.entries = entries;
        this.readers = readers;
        this.setbacks = setbacks;
        this.latest = latest;
        this.editions = editions;
        this.archive = archive;
        this.samples = samples;
        this.tests = tests;
        this.pastTests = pastTests;
    }

    /** How many people would get an edition that was frozen now. */
    public long audience() {
        return audience.size();
    }

    public Progress progress(int edition) {
        return progresses.of(editions.head(edition));
    }

    /** By number; in as many questions for many as for one. */
    public Map<Integer, Progress> progress(Collection<Edition> of) {
        return progresses.of(of);
    }

    /**
     * Approves a content and a number of recipients: the edition is held for the holding time, and then goes.
     *
     * @param at when to send; null is now
     * @param by who pressed Send
     */
    public void send(int edition, long recipients, String contentHash, @Nullable Instant at, String by) {
        approval.send(edition, recipients, contentHash, at, by);
    }

    /** Back to READY, while it is still held. */
    public void takeBack(int edition, String by) {
        approval.takeBack(edition, by);
    }

    /** How far it is with each of its larger destinations, and with all others together. */
    public List<DestinationProgress> destinations(int edition) {
        return destinations.of(edition);
    }

    /**
     * Who got it and who did not, in the order of the readers' numbers.
     *
     * @param state null is any
     * @param after the reader's number that the last list ended with; 0 to begin
     */
    public List<DeliveryEntry> list(int edition, @Nullable DeliveryState state, long after, int most) {
        return entries.list(edition, state, after, most);
    }

    /**
     * What became of the latest editions for this reader, newest first: those that went to them. Cheap enough for a page.
     *
     * @param numbers all that they have had
     */
    public List<ReaderDelivery> to(Collection<Long> numbers, int editionsBack) {
        return readers.list(
                numbers, archive.sentNumbers().stream().limit(editionsBack).toList());
    }

    /** The same for every edition that the ledger still has. */
    public List<ReaderDelivery> to(Collection<Long> numbers) {
        return readers.list(numbers, archive.sentNumbers());
    }

    /** How many were put off, refused, given up or not answered, by reason, destination and state; the most first. */
    public List<Setback.Count> setbacks(int edition) {
        return setbacks.counts(edition);
    }

    /**
     * Those of one reason, in the order of the readers' numbers.
     *
     * @param destination number of a destination, as counted; null is any
     * @param after       the reader's number that the last list ended with; 0 to begin
     */
    public List<Setback> setbacks(int edition, Reason reason, @Nullable Integer destination, long after, int most) {
        return setbacks.list(edition, reason, destination, after, most);
    }

    /** The latest tries that did not succeed, newest first, whatever became of them since. */
    public List<Setback> latestSetbacks(int edition, int most) {
        return setbacks.latest(edition, most);
    }

    /** What became last of what went to each of these readers; who was in none of the latest editions is not among them. */
    public Map<Long, LatestDeliveries> latest(Collection<Long> readers) {
        return latest.of(readers);
    }

    /** When the first of those that were put off will be tried again; empty where nobody waits for that. */
    public Optional<Instant> nextTry(int edition) {
        return progresses.nextTry(edition);
    }

    /** When those are tried again who are left after an attempt; empty where that is not planned. */
    public Optional<Instant> nextAttempt(int edition) {
        return progresses.nextAttempt(edition);
    }

    /** The names of the destinations that get nothing of it now. */
    public List<String> halted(int edition) {
        return destinations.halted(edition);
    }

    /** How many were left out since the edition ended before their turn came. Not for each second. */
    public long leftOutTooLate(int edition) {
        return progresses.leftOutTooLate(edition);
    }

    /** What is in hand still goes; nobody is mailed twice when it is resumed. */
    public void pause(int edition, String by) {
        interventions.pause(edition, by);
    }

    public void resume(int edition, String by) {
        interventions.resume(edition, by);
    }

    /** Mends a paused edition; see {@link Editions#revise}. Those who have not got it yet are sent this once it is resumed. */
    public void revise(int edition, String by) {
        interventions.revise(edition, by);
    }

    /** How the deliveries of each revision stand. They add up to all of them. */
    public List<RevisionProgress> revisions(int edition) {
        Edition head = editions.head(edition);
        return revisions(head, progresses.of(head));
    }

    /**
     * The same of one whose progress is known.
     *
     * @param whole of all its revisions together
     */
    public List<RevisionProgress> revisions(Edition edition, Progress whole) {
        return revisions(List.of(edition), Map.of(edition.number(), whole))
                .values()
                .iterator()
                .next();
    }

    /**
     * The same of many, by number.
     *
     * @param wholes the progress of each
     */
    public Map<Integer, List<RevisionProgress>> revisions(Collection<Edition> editions, Map<Integer, Progress> wholes) {
        return progresses.byRevision(editions, wholes);
    }

    /** For good: whoever was not mailed never gets it. */
    public void stop(int edition, String by) {
        interventions.stop(edition, by);
    }

    /** Tries nobody again: what was put off is given up. */
    public void end(int edition, String by) {
        interventions.end(edition, by);
    }

    /**
     * Offers again what was put off, given up, or, with open eyes, is unknown.
     *
     * @param recipients how many there are, as whoever asks believes
     * @param mayRepeat  whether they accept that some may get it twice
     */
    public void retry(int edition, DeliveryState state, long recipients, boolean mayRepeat, String by) {
        secondOffer.make(edition, state, recipients, mayRepeat, by);
    }

    /**
     * What a reader of this variant would get now, made out to nobody; of an edition on its way, what they get.
     *
     * @throws Problem where there is no such edition
     */
    public SampleCopy sample(int number, Variant variant) {
        return samples.of(editions.get(number), editions.preview(number, variant));
    }

    /**
     * Sends what a reader of this variant would get, marked as a test, to a few addresses. Its links show pages and change nothing; no
     * address that must not be written to gets it; nothing is a delivery.
     *
     * @throws Problem where nothing was sent, and why
     */
    public TestSend test(int edition, Variant variant, TestAddresses to, String by) {
        return tests.send(edition, variant, to, by);
    }

    /** The last test of an edition; empty where there was none, or where it is too long ago. */
    public Optional<TestSend> lastTest(int edition) {
        return pastTests.last(edition);
    }

    /** Where this operator sent a test last; else, where anybody sent one of this edition. */
    public List<String> lastTestAddresses(int edition, String operator) {
        return pastTests.lastAddresses(edition, operator);
    }
}
