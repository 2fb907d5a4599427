package com.newgroktimes.digest.editions.checks;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.rendering.Look;

/** The line that inboxes show beside the subject, where mails have one, is there and says something else than the subject. */
@Component
final class PreheaderLine implements Rule {

    private final Look look;

    PreheaderLine(Look look) {
        this.look = look;
    }

    @Override
    public String id() {
        return "preheader";
    }

    @Override
    public List<Finding> look(Proof proof) {
        if (!look.preheader()) {
            return List.of();
        }
        String preheader = proof.edition().preheader();
        String subject = proof.edition().subject();
        if (preheader.isBlank()) {
            return List.of(Finding.stops("missing"));
        }
        return !subject.isBlank() && preheader.contains(subject) ? List.of(Finding.look("repeats")) : List.of();
    }
}
