package com.newgroktimes.digest.site;

import java.util.Optional;
import java.util.Set;

/** Why somebody left, where they cared to say. */
record ReasonForLeaving(String words) {

    private static final Set<String> CHOICES = Set.of("much", "other", "never", "broken", "else");
    private static final int MOST_LETTERS = 500;

    static Optional<ReasonForLeaving> in(Form sent) {
        String choice = CHOICES.contains(sent.get("why")) ? sent.get("why") : "";
        String words = sent.get("words").strip().replaceAll("\\s+", " ").replace("\0", "");
        String reason = (choice + " " + words.substring(0, Math.min(MOST_LETTERS, words.length()))).strip();
        return reason.isEmpty() ? Optional.empty() : Optional.of(new ReasonForLeaving(reason));
    }
}
