package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** The line that inboxes show beside the subject is there, and says something else than the subject. */
final class PreheaderLine implements Rule {

    @Override
    public String id() {
        return "preheader";
    }

    @Override
    public List<Finding> look(Proof proof) {
        String preheader = proof.edition().preheader();
        String subject = proof.edition().subject();
        if (preheader.isBlank()) {
            return List.of(Finding.stops("missing"));
        }
        return !subject.isBlank() && preheader.contains(subject) ? List.of(Finding.look("repeats")) : List.of();
    }
}
