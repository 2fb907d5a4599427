package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** Every mail says where its sender can be reached by post. */
final class PostalAddress implements Rule {

    @Override
    public String id() {
        return "postal-address";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.publication().postalAddress().isBlank() ? List.of(Finding.stops("missing")) : List.of();
    }
}
