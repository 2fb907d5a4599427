package com.newgroktimes.digest.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What comes while others are written waits, and is written with all that came meanwhile: by the statements and the flush of the disk
 * that one of them would take. What comes alone is written at once.
 *
 * @param <T> what is written
 */
public final class GroupCommit<T> {

    /** @param next what whoever brought it does once they have waited */
    private record Waiting<T>(T what, CompletableFuture<Runnable> next) {}

    private final int most;
    private final Function<T, ?> apart;
    private final Consumer<List<T>> together;
    private final Consumer<T> alone;
    private final Deque<Waiting<T>> line = new ArrayDeque<>();
    private int free;

    /**
     * @param groups   how many are written at the same time
     * @param most     how many are in one at most
     * @param apart    two that are equal in this are never in one
     * @param together writes all or none, in a transaction of its own and in the thread of one who brought some of it. It must not wait
     *                 long for what others hold: the next group waits for it
     * @param alone    the same for each of a group that could not be written; waits for nobody's turn, and nobody for it
     */
    public GroupCommit(int groups, int most, Function<T, ?> apart, Consumer<List<T>> together, Consumer<T> alone) {
        this.free = groups;
        this.most = most;
        this.apart = apart;
        this.together = together;
        this.alone = alone;
    }

    /**
     * Returns once it is written.
     *
     * @throws RuntimeException of its group's write, where the database is in {@link DatabaseTrouble trouble}; else of its own
     */
    public void take(T what) {
        Waiting<T> mine = new Waiting<>(what, new CompletableFuture<>());
        if (begins(mine)) {
            lead(List.of(mine));
        } else {
            mine.next().join().run();
        }
    }

    /** Whether its turn has come; then nobody waits. */
    private synchronized boolean begins(Waiting<T> mine) {
        if (free == 0) {
            line.add(mine);
            return false;
        }
        free--;
        return true;
    }

    private void lead(List<Waiting<T>> group) {
        Function<T, Runnable> next = what -> () -> alone.accept(what);
        try {
            together.accept(group.stream().map(Waiting::what).toList());
            next = written -> () -> {};
        } catch (RuntimeException e) {
            if (DatabaseTrouble.behind(e).isPresent()) {
                next = refused -> () -> {
                    throw e;
                };
            }
        } finally {
            passOn();
            for (Waiting<T> follower : group.subList(1, group.size())) {
                follower.next().complete(next.apply(follower.what()));
            }
        }
        next.apply(group.get(0).what()).run();
    }

    private synchronized void passOn() {
        if (line.isEmpty()) {
            free++;
            return;
        }
        List<Waiting<T>> group = nextGroup();
        group.get(0).next().complete(() -> lead(group));
    }

    private List<Waiting<T>> nextGroup() {
        List<Waiting<T>> group = new ArrayList<>();
        Set<Object> names = new HashSet<>();
        Iterator<Waiting<T>> waiting = line.iterator();
        while (waiting.hasNext() && group.size() < most) {
            Waiting<T> one = waiting.next();
            if (names.add(apart.apply(one.what()))) {
                group.add(one);
                waiting.remove();
            }
        }
        return group;
    }
}
