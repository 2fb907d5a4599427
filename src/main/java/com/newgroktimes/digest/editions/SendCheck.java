package com.newgroktimes.digest.editions;

import java.util.List;

/** A rule about readers or the machine, asked when an edition is checked and at Send. It never decides whether an edition is READY. */
public interface SendCheck {

    /** Never changes: people and scripts know the rule by it. */
    String rule();

    /** Asks others what it needs to know, where somebody has an edition checked. It may take a while: never inside a transaction. */
    default void ask(Edition edition) {}

    /** What it finds at this moment; where that is nothing, all is well. */
    List<Finding> look(Edition edition);

    /** Whether it speaks of when the edition leaves, and to whom: that is settled once the audience is frozen, even where it is mended. */
    default boolean isOfLeaving() {
        return false;
    }
}
