package com.newgroktimes.digest.editions;

import java.util.List;

/** A rule about readers or the machine, asked when an edition is checked and at Send. It never decides whether an edition is READY. */
public interface SendCheck {

    /** Never changes: people and scripts know the rule by it. */
    String rule();

    List<Check> check(Edition edition);
}
