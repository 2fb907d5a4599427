package com.newgroktimes.digest.subscribers;

/** The single mails. Those that bring a link somebody asked for have one template, which is told what the link is for. */
enum LetterKind {
    CONFIRMATION("confirmation", Act.CONFIRMATION_MAILED),
    ADDED("added", Act.CONFIRMATION_MAILED),
    ASK("ask", Act.CONFIRMATION_MAILED),
    ALREADY("already", Act.ALREADY_MAILED),
    LEAVE("leave", Act.LEAVE_MAILED),
    SETTINGS_LINK("link", Act.SETTINGS_LINK_MAILED, Errand.SETTINGS),
    ADDRESS_LINK("link", Act.ADDRESS_LINK_MAILED, Errand.ADDRESS),
    COPY_LINK("link", Act.COPY_LINK_MAILED, Errand.COPY),
    ERASURE_LINK("link", Act.ERASURE_LINK_MAILED, Errand.ERASURE),
    NEW_ADDRESS("new-address", Act.NEW_ADDRESS_MAILED),
    ADDRESS_CHANGED("address-changed", Act.ADDRESS_CHANGED_MAILED),
    WELCOME("welcome", Act.WELCOME_MAILED),
    GOODBYE("goodbye", Act.GOODBYE_MAILED);

    private final String template;
    private final Act mailed;
    private final Errand errand;

    LetterKind(String template, Act mailed) {
        this(template, mailed, Errand.SETTINGS);
    }

    LetterKind(String template, Act mailed, Errand errand) {
        this.template = template;
        this.mailed = mailed;
        this.errand = errand;
    }

    String template() {
        return template;
    }

    /** What the link in it is for, where it was asked for. */
    Errand errand() {
        return errand;
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
