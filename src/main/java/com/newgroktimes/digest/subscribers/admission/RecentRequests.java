package com.newgroktimes.digest.subscribers.admission;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Keys;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The table {@code recent_request}: for all nodes, how many requests were let through in the hour just past. Each is counted by a
 * statement that commits by itself and waits for no disk, since the table is unlogged: the row that all have in common is held for
 * microseconds. A full slice is over when its hour is, so that no hour whatever has more than the limit.
 */
@Component
public class RecentRequests {

    /** When one of the slices that count together is forgotten: it may then be worth another try. */
    public static final Duration SLICE = Duration.ofMinutes(10);

    /** An hour, and the slice under way. */
    private static final int SLICES = 7;

    private final JdbcClient database;
    private final Keys keys;
    private final Clock clock;

    RecentRequests(JdbcClient database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param most how many an hour may bring of those that have this name in common */
    public record Counted(Limit limit, String name, int most) {}

    /** What keeps a request out; where nothing does, it is counted. Each of these is of another limit, and all are in their order. */
    public Optional<Limit> count(List<Counted> by) {
        if (by.isEmpty()) {
            return Optional.empty();
        }
        return database.sql("""
                        with standing as (
                            select place, whose, most - earlier as room, counted
                              from unnest(:whose, :most) with ordinality as limited (whose, most, place)
                             cross join lateral (
                                    select coalesce(sum(counted) filter (where slice < :slice), 0) as earlier,
                                           coalesce(sum(counted) filter (where slice = :slice), 0) as counted
                                      from recent_request as known
                                     where known.whose = limited.whose and slice > :slice - :slices) as so_far),
                        let_through as (
                            insert into recent_request as known (whose, slice, counted, room)
                            select whose, :slice, 1, room
                              from standing
                             where not exists (select from standing where counted >= room)
                             order by place
                                on conflict (whose, slice) do update
                               set counted = known.counted + 1, room = excluded.room
                             where known.counted < excluded.room
                            returning whose)
                        select place
                          from standing
                         where whose not in (select whose from let_through)
                         order by counted < room, place
                         limit 1
                        """)
                .param("slice", slice())
                .param("slices", SLICES)
                .param(
                        "whose",
                        new SqlArrayValue("bigint", by.stream().map(this::whose).toArray()))
                .param(
                        "most",
                        new SqlArrayValue(
                                "integer", by.stream().map(Counted::most).toArray()))
                .query(Integer.class)
                .optional()
                .map(place -> by.get(place - 1).limit());
    }

    /** What counts no more. */
    void forget() {
        database.sql("delete from recent_request where slice <= :slice - :slices")
                .param("slice", slice())
                .param("slices", SLICES)
                .update();
    }

    private int slice() {
        return Math.toIntExact(clock.instant().getEpochSecond() / SLICE.toSeconds());
    }

    /** Neither a network nor a domain can be told from it. */
    private long whose(Counted counted) {
        return ByteBuffer.wrap(
                        keys.mac("request by " + counted.limit(), counted.name().getBytes(UTF_8)))
                .getLong();
    }
}
