package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** The templates left nothing of their own language in the mail. What stories hold is text, whatever it looks like. */
final class LeftoverMarks implements Rule {

    @Override
    public String id() {
        return "leftover-marks";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.leftover().stream()
                .map(mark -> Finding.stops("found", mark))
                .toList();
    }
}
