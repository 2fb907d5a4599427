package com.newgroktimes.digest.delivery.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The turns that one commit carries. */
final class Group {

    private final List<Turn> turns;
    private final boolean claims;

    /** @param claims whether anything may be claimed now */
    Group(List<Turn> turns, boolean claims) {
        this.turns = turns;
        this.claims = claims;
    }

    List<Change> changes() {
        return claims
                ? Stream.concat(settlements(), wanted().map(Change::claim)).toList()
                : settlements().toList();
    }

    /** For after a failure that leaves open whether the first try was committed: each of these changes its row at most once. */
    List<Change> changesWithoutClaims() {
        return claims
                ? Stream.concat(settlements(), wanted().map(Change::unclaim)).toList()
                : settlements().toList();
    }

    private Stream<Change> settlements() {
        return turns.stream().map(Turn::settlement).filter(Objects::nonNull).map(Change::of);
    }

    private Stream<Delivery> wanted() {
        return turns.stream().map(Turn::wanted).filter(Objects::nonNull);
    }

    /** Outcomes that found their row in another state, since somebody else has taken the run over. */
    List<Change> late(List<Change> made) {
        return settlements()
                .filter(change -> change.isFinalWord() && !made.contains(change))
                .toList();
    }

    /** @param made the changes that were made, each once */
    void answer(List<Change> made) {
        Set<Long> claimed =
                made.stream().filter(Change::isClaim).map(Change::subscriber).collect(Collectors.toSet());
        turns.forEach(turn -> turn.done().complete(outcome(turn, claimed)));
    }

    private Claim outcome(Turn turn, Set<Long> claimed) {
        Delivery wanted = turn.wanted();
        if (wanted == null) {
            return Claim.NONE;
        }
        if (!claims) {
            return Claim.CLOSED;
        }
        // Removed, so that of two who asked for one delivery only one has it.
        return claimed.remove(wanted.subscriber()) ? Claim.OURS : Claim.REFUSED;
    }

    void answerLost() {
        turns.forEach(turn -> turn.done().complete(turn.wanted() == null ? Claim.NONE : Claim.LOST));
    }

    void fail(Exception cause) {
        Turn.fail(turns, cause);
    }
}
