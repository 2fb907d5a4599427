package com.newgroktimes.digest.stories;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.platform.Timestamptz;
import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.platform.fetch.Validators;

import static java.time.ZoneOffset.UTC;

/** Where each feed stands. */
@Repository
class FeedTable {

    /** Until it is renewed ({@link FeedLeases}): one in hand for longer has nobody who asks it. */
    private static final Duration IN_HAND = Duration.ofMinutes(1);

    /** Between one asking and the next. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;

    FeedTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param address where to ask
     * @param known   what to ask with
     * @param until   until when it is nobody else's, which tells this claim from another
     */
    record Claimed(URI address, Validators known, int failures, Instant until) {}

    /**
     * What is known of a feed.
     *
     * @param nextAt    null where it is asked no more
     * @param waitUntil before when its site asked not to be asked; null where it did not
     * @param inHand    until when nobody else asks it, as somebody does now; null where nobody does
     * @param fault     what was wrong the last time, without what it was wrong with
     * @param hint      what looks wrong though it could be read
     */
    record Standing(
            Instant askedAt,
            @Nullable Instant nextAt,
            @Nullable Instant waitUntil,
            @Nullable Instant inHand,
            @Nullable String movedTo,
            @Nullable String fault,
            @Nullable String hint) {

        /** Whether its site asked for longer than we leave any feed alone. */
        boolean isLeftAlone() {
            return waitUntil != null && waitUntil.isAfter(askedAt.plus(LEAST));
        }
    }

    /** Empty where somebody asked within a minute, or is asking; where it is to be left alone; and where it is not due. Else it is in hand. */
    Optional<Claimed> claim(FeedAddress feed, boolean dueOnly) {
        return of(feed, """
                        insert into story_feed (url, asked_at, next_at, in_hand_until)
                        values (:url, :now, :now, :until)
                        on conflict (url) do update
                           set asked_at = excluded.asked_at, in_hand_until = excluded.in_hand_until
                         where story_feed.retired_at is null
                           and story_feed.asked_at <= excluded.asked_at - interval '1 minute'
                           and coalesce(story_feed.in_hand_until <= excluded.asked_at, true)
                           and coalesce(story_feed.wait_until <= excluded.asked_at, true)
                           and (not :dueOnly or story_feed.next_at <= excluded.asked_at)
                        returning url, moved_to, etag, last_modified, failures, in_hand_until
                        """)
                .param("now", at(clock.instant()))
                .param("until", at(clock.instant().plus(IN_HAND)))
                .param("dueOnly", dueOnly)
                .query((row, number) -> claimed(row))
                .optional();
    }

    /** It is asked still. As it was where somebody else has claimed it meanwhile. */
    Claimed renewed(FeedAddress feed, Claimed ours) {
        Instant until = clock.instant().plus(IN_HAND);
        boolean held =
                of(feed, "update story_feed set in_hand_until = :next where url = :url and in_hand_until = :until")
                                .param("next", at(until))
                                .param("until", at(ours.until()))
                                .update()
                        == 1;
        return held ? new Claimed(ours.address(), ours.known(), ours.failures(), until) : ours;
    }

    /** Whatever came of asking it: nobody waits for it any more, save where it took so long that somebody else has claimed it. */
    void done(FeedAddress feed, Claimed ours) {
        of(feed, "update story_feed set in_hand_until = null where url = :url and in_hand_until = :until")
                .param("until", at(ours.until()))
                .update();
    }

    /** Of all nodes. Those of one that died are among them, for a while. */
    Set<String> inHand() {
        return new HashSet<>(database.sql("select url from story_feed where in_hand_until > :now")
                .param("now", at(clock.instant()))
                .query(String.class)
                .list());
    }

    /** Of these, the ones to ask now: those that are due, and those that were never asked. */
    Set<String> due(Collection<String> feeds) {
        Set<String> due = new HashSet<>(feeds);
        database.sql("""
                        select url
                          from story_feed
                         where url = any(:feeds)
                           and (retired_at is not null or next_at > :now or wait_until > :now)
                        """)
                .param("feeds", feeds.toArray(String[]::new))
                .param("now", at(clock.instant()))
                .query(String.class)
                .list()
                .forEach(due::remove);
        return due;
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        String moved = row.getString("moved_to");
        return new Claimed(
                URI.create(moved == null ? row.getString("url") : moved),
                new Validators(row.getString("etag"), row.getString("last_modified")),
                row.getInt("failures"),
                Timestamptz.of(row, "in_hand_until"));
    }

    /** It is asked with these validators from now on. */
    void took(FeedAddress feed, SiteAnswer answer, Validators validators, Instant next, @Nullable String hint) {
        of(feed, "update story_feed set hint = :hint where url = :url")
                .param("hint", hint)
                .update();
        unchanged(feed, answer, validators, next);
    }

    void unchanged(FeedAddress feed, SiteAnswer answer, Validators validators, Instant next) {
        of(feed, """
                        update story_feed
                           set moved_to = :movedTo, etag = :etag, last_modified = :lastModified, next_at = :next,
                               wait_until = null, failures = 0, fault = null
                         where url = :url
                        """)
                .param(
                        "movedTo",
                        answer.settled().equals(feed.uri())
                                ? null
                                : answer.settled().toString())
                .param("etag", validators.etag())
                .param("lastModified", validators.lastModified())
                .param("next", at(next))
                .update();
    }

    /** A place that it moved to is forgotten: the one of the settings may have another by now. */
    void failed(FeedAddress feed, String fault, Instant next, @Nullable Instant waitUntil) {
        of(feed, """
                        update story_feed
                           set etag = case when moved_to is null then etag end,
                               last_modified = case when moved_to is null then last_modified end,
                               moved_to = null, next_at = :next, wait_until = :waitUntil,
                               failures = failures + 1, fault = :fault
                         where url = :url
                        """)
                .param("fault", fault)
                .param("next", at(next))
                .param("waitUntil", waitUntil == null ? null : at(waitUntil))
                .update();
    }

    void retire(FeedAddress feed, String fault) {
        of(feed, "update story_feed set retired_at = :now, fault = :fault where url = :url")
                .param("now", at(clock.instant()))
                .param("fault", fault)
                .update();
    }

    /** It is asked again, as soon as it is its turn: until then, its turn is when it was asked last. False where it was not retired. */
    boolean bringBack(FeedAddress feed) {
        return of(feed, """
                        update story_feed
                           set retired_at = null, fault = null, failures = 0, wait_until = null, next_at = asked_at,
                               moved_to = null, etag = null, last_modified = null
                         where url = :url
                           and retired_at is not null
                        """).update() == 1;
    }

    /** Of every feed that was ever asked, by its address. */
    Map<String, Standing> standings() {
        Map<String, Standing> standings = new HashMap<>();
        database.sql("""
                        select url, asked_at, retired_at, next_at, wait_until, moved_to, fault, hint,
                               case when in_hand_until > :now then in_hand_until end as in_hand
                          from story_feed
                        """).param("now", at(clock.instant())).query(row -> {
            standings.put(row.getString("url"), standing(row));
        });
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Timestamptz.of(row, "asked_at"),
                Timestamptz.orNull(row, "retired_at") == null ? Timestamptz.of(row, "next_at") : null,
                Timestamptz.orNull(row, "wait_until"),
                Timestamptz.orNull(row, "in_hand"),
                row.getString("moved_to"),
                row.getString("fault"),
                row.getString("hint"));
    }

    private StatementSpec of(FeedAddress feed, String statement) {
        return database.sql(statement).param("url", feed.toString());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(UTC);
    }
}
