package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which confirmations and departures may be a machine's: mail gateways open the links of a mail before its reader does, and some press what
 * they find. Marked for whoever reads them and never undone, since a quick reader looks the same.
 */
@Component
public class MachineMarks {

    /** After a mail, or around another press. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** That many readers of one domain, from one network, are a burst. */
    private static final int BURST = 5;

    private static final Set<Act> PRESSES = Set.of(Act.CONFIRMED, Act.UNSUBSCRIBED);

    private final JdbcClient database;

    MachineMarks(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param evidence of this subscriber
     * @param mailed   when editions reached them
     */
    public Set<Evidence> among(List<Evidence> evidence, long subscriber, Collection<Instant> mailed) {
        List<Instant> mails = Stream.concat(
                        mailed.stream(),
                        evidence.stream().filter(MachineMarks::isMail).map(Evidence::at))
                .toList();
        return evidence.stream()
                .filter(MachineMarks::isPress)
                .filter(press -> comesAtOnce(press, mails) || isInABurst(press, subscriber))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isMail(Evidence noted) {
        Act act = noted.act();
        return act != null && act.isMail();
    }

    private static boolean isPress(Evidence noted) {
        Act act = noted.act();
        return act != null && PRESSES.contains(act);
    }

    private static boolean comesAtOnce(Evidence press, List<Instant> mails) {
        return mails.stream()
                .anyMatch(mail -> !press.at().isBefore(mail) && !press.at().isAfter(mail.plus(AT_ONCE)));
    }

    /** The network tells a gateway from the many readers of a large provider. */
    private boolean isInABurst(Evidence press, long subscriber) {
        return database.sql("""
                        select count(distinct other.id) >= :burst
                          from evidence e
                          join subscriber other on other.id = e.subscriber
                          join subscriber me on me.domain = other.domain
                         where me.id = :subscriber
                           and e.at between :from and :to
                           and e.what = :what
                           and e.origin = :origin
                        """)
                .param("burst", BURST)
                .param("subscriber", subscriber)
                .param("from", at(press.at().minus(AT_ONCE)))
                .param("to", at(press.at().plus(AT_ONCE)))
                .param("what", press.what())
                .param("origin", press.from())
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
