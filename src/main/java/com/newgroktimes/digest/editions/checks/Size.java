package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** The longest copy stays below the size at which Gmail cuts a mail off, and with it the link that stops it. */
final class Size implements Rule {

    private static final int MUCH = 80_000;
    private static final int MOST = 95_000;

    static int of(Proof proof) {
        return proof.copies().stream().mapToInt(LongestCopy::htmlBytes).max().orElse(0);
    }

    @Override
    public String id() {
        return "size";
    }

    @Override
    public List<Finding> look(Proof proof) {
        int bytes = of(proof);
        if (bytes > MOST) {
            return List.of(Finding.stops("cut-off", bytes / 1000));
        }
        return bytes > MUCH ? List.of(Finding.look("large", bytes / 1000)) : List.of();
    }
}
