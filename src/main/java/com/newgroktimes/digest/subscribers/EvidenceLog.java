package com.newgroktimes.digest.subscribers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Timestamptz;

/** The table {@code evidence}: rows are added, and changed by erasing, and where two readers turn out to be one. */
@Component
class EvidenceLog {

    static final String BY_MAIL = "mail";

    private final JdbcClient database;
    private final TextVersion textVersion;
    private final Clock clock;

    EvidenceLog(JdbcClient database, TextVersion textVersion, Clock clock) {
        this.database = database;
        this.textVersion = textVersion;
        this.clock = clock;
    }

    void note(long subscriber, Act act, String from) {
        note(subscriber, act, "", from);
    }

    /** @param detail what was said or given beside it; may be empty */
    void note(long subscriber, Act act, String detail, String from) {
        note(subscriber, act, detail, from, textVersion.ofPages());
    }

    /**
     * Under the number that they have by now: the relay took its time. Of whoever was erased meanwhile, nothing.
     *
     * @param version of the mail
     */
    void noteMail(long subscriber, Act act, String detail, String version) {
        database.sql("""
                        insert into evidence (subscriber, at, what, origin, version)
                        select id, :at, :what, :origin, :version
                          from subscriber
                         where id = (select coalesce(became, id) from subscriber where id = :subscriber)
                           and address is not null
                           for share
                        """)
                .params(columns(subscriber, act, detail, BY_MAIL, version))
                .update();
    }

    private void note(long subscriber, Act act, String detail, String from, String version) {
        database.sql("""
                        insert into evidence (subscriber, at, what, origin, version)
                        values (:subscriber, :at, :what, :origin, :version)
                        """)
                .params(columns(subscriber, act, detail, from, version))
                .update();
    }

    private Map<String, Object> columns(long subscriber, Act act, String detail, String from, String version) {
        return Map.of(
                "subscriber", subscriber,
                "at", at(clock.instant()),
                "what", detail.isEmpty() ? act.words() : act.words() + ": " + detail,
                "origin", from,
                "version", version);
    }

    /** Whether anything that they said, or that was said of them, holds their address. */
    boolean names(Subscriber reader) {
        return of(reader.id()).stream()
                .anyMatch(noted ->
                        reader.address().isIn(noted.what()) || reader.address().isIn(noted.from()));
    }

    /** Leaves what was done, when, and which text was shown: a proof that names nobody. What was said beside it, and where from, goes. */
    void strip(long subscriber) {
        database.sql("""
                        update evidence e
                           set what = (select act
                                         from unnest(:acts) act
                                        where e.what = act or starts_with(e.what, act || ': ')
                                        order by length(act) desc
                                        limit 1),
                               origin = ''
                         where subscriber = :subscriber
                        """)
                .param("subscriber", subscriber)
                .param("acts", Arrays.stream(Act.values()).map(Act::words).toArray(String[]::new))
                .update();
    }

    /** What is known of two numbers is known of one from now on, in the order in which it was noted. */
    void hand(long from, long to) {
        database.sql("update evidence set subscriber = :to where subscriber = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Oldest first. */
    List<Evidence> of(long subscriber) {
        return database.sql("""
                        select at, what, origin, version
                          from evidence
                         where subscriber = :subscriber
                         order by id
                        """)
                .param("subscriber", subscriber)
                .query(EvidenceLog::read)
                .list();
    }

    /** How often it happened to this one subscriber after a moment. */
    int count(long subscriber, Act act, Instant after) {
        return database.sql("""
                        select count(*)
                          from evidence
                         where subscriber = :subscriber
                           and at > :after
                           and (what = :what or what like :what || ': %')
                        """)
                .param("subscriber", subscriber)
                .param("after", at(after))
                .param("what", act.words())
                .query(Integer.class)
                .single();
    }

    /**
     * Notes requests, and whether each was one too many for its inbox: what was asked before, in whatever way and under whichever of its
     * addresses, counts too. No two are of one inbox. Nothing is noted of nobody, whose request is none too many.
     *
     * @return whose were
     */
    Set<Long> noteRequests(List<Asker> askers, Request request, int aDay, int in30Days) {
        return Set.copyOf(database.sql("""
                        with noted as (
                            insert into evidence (subscriber, at, what, origin, version)
                            select me.id, :now, case when before.a_day < :aDay and before.in_30_days < :in30Days then :granted else :tooOften end,
                                   asker.origin, :version
                              from unnest(:subscribers, :origins) as asker (subscriber, origin)
                              join subscriber me on me.id = asker.subscriber
                             cross join lateral (
                                   select count(*) filter (where at > :aDayAgo) as a_day, count(*) as in_30_days
                                     from evidence
                                    where subscriber = any(array(select id from subscriber where inbox = me.inbox))
                                      and what = any(:requests)
                                      and at > :monthAgo) as before
                            returning subscriber, what)
                        select subscriber
                          from noted
                         where what = :tooOften
                        """)
                .param(
                        "subscribers",
                        new SqlArrayValue(
                                "bigint", askers.stream().map(Asker::subscriber).toArray()))
                .param("origins", askers.stream().map(Asker::from).toArray(String[]::new))
                .param(
                        "requests",
                        Arrays.stream(InboxBudget.counted()).map(Act::words).toArray(String[]::new))
                .param("granted", request.granted().words())
                .param("tooOften", request.tooOften().words())
                .param("now", at(clock.instant()))
                .param("aDayAgo", at(clock.instant().minus(Duration.ofDays(1))))
                .param("monthAgo", at(clock.instant().minus(Duration.ofDays(30))))
                .param("aDay", aDay)
                .param("in30Days", in30Days)
                .param("version", textVersion.ofPages())
                .query(Long.class)
                .list());
    }

    /** How often it happened to this subscriber's inbox, under whichever address, in the time just past. */
    int countForInbox(long subscriber, Act[] acts, Duration within) {
        return database.sql("""
                        select count(*)
                          from subscriber me
                          join subscriber twin on twin.inbox = me.inbox
                          join evidence e on e.subscriber = twin.id
                         where me.id = :subscriber
                           and e.at > :after
                           and e.what = any(:acts)
                        """)
                .param("subscriber", subscriber)
                .param("after", at(clock.instant().minus(within)))
                .param("acts", Arrays.stream(acts).map(Act::words).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private static Evidence read(ResultSet row, int number) throws SQLException {
        return new Evidence(
                Timestamptz.of(row, "at"), row.getString("what"), row.getString("origin"), row.getString("version"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
