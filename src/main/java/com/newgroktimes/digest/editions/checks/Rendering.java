package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** The templates can be read. */
final class Rendering implements Rule {

    @Override
    public String id() {
        return "rendering";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.fault() == null ? List.of() : List.of(Finding.stops("failed", proof.fault()));
    }
}
