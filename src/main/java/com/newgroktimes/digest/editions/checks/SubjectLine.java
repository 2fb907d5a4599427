package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** The mail has a subject, of a length that inboxes show. */
final class SubjectLine implements Rule {

    private static final int LEAST = 20;
    private static final int MOST = 60;

    @Override
    public String id() {
        return "subject";
    }

    @Override
    public List<Finding> look(Proof proof) {
        String subject = proof.edition().subject();
        int length = subject.codePointCount(0, subject.length());
        if (subject.isBlank()) {
            return List.of(Finding.stops("missing"));
        }
        if (length < LEAST) {
            return List.of(Finding.look("short", length, LEAST));
        }
        return length > MOST ? List.of(Finding.look("long", length, MOST)) : List.of();
    }
}
