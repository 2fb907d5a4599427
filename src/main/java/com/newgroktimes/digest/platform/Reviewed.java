package com.newgroktimes.digest.platform;

import java.util.List;

/** Settings that have to fit each other: what does not is told beside all else that is wrong, where a constructor would hide the rest. */
public interface Reviewed {

    List<StartRefused> faults();
}
