package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** One thing that an edition must have, or should. */
interface Rule {

    /** Never changes: people and scripts know the rule by it. */
    String id();

    /** What is not as it should be; nothing where all is well. */
    List<Finding> look(Proof proof);
}
