package com.newgroktimes.digest.subscribers;

/** The single mails, each with its template. */
enum LetterKind {
    CONFIRMATION("confirmation", Act.CONFIRMATION_MAILED),
    ASK("ask", Act.CONFIRMATION_MAILED),
    ALREADY("already", Act.ALREADY_MAILED),
    LEAVE("leave", Act.LEAVE_MAILED),
    WELCOME("welcome", Act.WELCOME_MAILED),
    GOODBYE("goodbye", Act.GOODBYE_MAILED);

    private final String template;
    private final Act mailed;

    LetterKind(String template, Act mailed) {
        this.template = template;
        this.mailed = mailed;
    }

    String template() {
        return template;
    }

    /** Whether it is a mail of the list, as a digest is, with the list's headers; the others are about a subscription. */
    boolean isOfTheList() {
        return this == WELCOME;
    }

    /** What is noted when the relay has taken it. */
    Act mailed() {
        return mailed;
    }
}
