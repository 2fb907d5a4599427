package com.newgroktimes.digest.editions;

import java.util.List;

/** A rule about readers or the machine, asked when an edition is checked and at Send. It never decides whether an edition is READY. */
public interface SendCheck {

    /** Never changes: people and scripts know the rule by it. */
    String rule();

    /** What it finds at this moment; where that is nothing, all is well. */
    List<Finding> look(Edition edition);

    /** Whether it speaks of when the edition leaves, and to whom: that is settled once the audience is frozen, even where it is mended. */
    default boolean isOfLeaving() {
        return false;
    }
}
