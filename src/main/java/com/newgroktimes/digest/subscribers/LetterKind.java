package com.newgroktimes.digest.subscribers;

/** The single mails, each with its template. */
enum LetterKind {
    CONFIRMATION("confirmation", Act.CONFIRMATION_MAILED),
    ALREADY("already", Act.ALREADY_MAILED),
    LEAVE("leave", Act.LEAVE_MAILED);

    private final String template;
    private final Act mailed;

    LetterKind(String template, Act mailed) {
        this.template = template;
        this.mailed = mailed;
    }

    String template() {
        return template;
    }

    /** What is noted when the relay has taken it. */
    Act mailed() {
        return mailed;
    }
}
