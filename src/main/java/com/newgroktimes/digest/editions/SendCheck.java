package com.newgroktimes.digest.editions;

import java.util.List;

/** A rule about readers or the machine, asked when an edition is checked and at Send. It never decides whether an edition is READY. */
public interface SendCheck {

    List<Check> check(Edition edition);
}
