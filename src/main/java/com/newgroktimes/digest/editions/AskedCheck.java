package com.newgroktimes.digest.editions;

import java.util.List;

/**
 * A rule about an edition's content that another program knows, and takes its time to tell. So it is asked only when somebody has
 * the edition checked, and its answer is kept for that exact content. It never decides whether an edition is READY.
 */
public interface AskedCheck {

    /** Never changes: people and scripts know the rule by it. */
    String rule();

    /** Whether the settings name somebody to ask. Where they do not, there is no such rule. */
    boolean wanted();

    /** Never inside a transaction. Where it finds nothing, all is well. */
    List<Finding> ask(Edition edition);
}
