package com.newgroktimes.digest.subscribers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What is noted as evidence, in the words in which it is kept. */
public enum Act {
    SIGNED_UP("signed up"),
    /** More often than an inbox may in a while: nothing was mailed. */
    SIGNED_UP_TOO_OFTEN("signed up too often"),
    /** By an operator, whom somebody had asked to elsewhere. */
    ADDED("added by hand"),
    ADDED_TOO_OFTEN("added by hand too often"),
    /** By an operator, whom nobody had asked in their name here. */
    ASKED_TO_CONFIRM("asked to confirm"),
    /** Beside a sign-up, where the setting says to mark it. */
    DISPOSABLE("the domain hands out addresses to be thrown away"),
    ASKED_TO_LEAVE("asked to leave"),
    ASKED_TO_LEAVE_TOO_OFTEN("asked to leave too often"),
    ASKED_FOR_SETTINGS("asked for a link to the settings"),
    ASKED_FOR_ADDRESS("asked for a link to change the address"),
    ASKED_FOR_COPY("asked for a link to a copy of the data"),
    ASKED_FOR_ERASURE("asked for a link to erase"),
    ASKED_FOR_A_LINK_TOO_OFTEN("asked for a link too often"),
    ASKED_FOR_NEW_ADDRESS("asked for a change of address"),
    ASKED_FOR_NEW_ADDRESS_TOO_OFTEN("asked for a change of address too often"),
    /** By a reader who wants the digest there, and may be anybody. */
    NAMED_AS_NEW_ADDRESS("named as a new address"),
    NAMED_AS_NEW_ADDRESS_TOO_OFTEN("named as a new address too often"),
    DROPPED_NEW_ADDRESS("dropped the change of address"),
    CONFIRMATION_MAILED("confirmation mailed"),
    ALREADY_MAILED("already on the list mailed"),
    LEAVE_MAILED("way to leave mailed"),
    SETTINGS_LINK_MAILED("link to the settings mailed"),
    ADDRESS_LINK_MAILED("link to change the address mailed"),
    COPY_LINK_MAILED("link to a copy of the data mailed"),
    ERASURE_LINK_MAILED("link to erase mailed"),
    NEW_ADDRESS_MAILED("change of address mailed"),
    ADDRESS_CHANGED_MAILED("note of the change of address mailed"),
    WELCOME_MAILED("welcome mailed"),
    GOODBYE_MAILED("goodbye mailed"),
    MAIL_REFUSED("mail refused"),
    MAIL_UNANSWERED("mail offered, no answer"),
    CONFIRMED("confirmed"),
    UNSUBSCRIBED("unsubscribed"),
    CAME_BACK("took leaving back"),
    SAID_WHY("said why"),
    CHANGED_SETTINGS("changed settings"),
    /** Was given all that we keep about them. */
    TOOK_A_COPY("took a copy of the data"),
    /** By a press on the link that the new address was mailed. */
    CHANGED_ADDRESS("changed address"),
    /** Until then. */
    HAD_ADDRESS("address before"),
    NOT_ME("said: this was not me"),
    SUPPRESSED("suppressed"),
    /** What kept mail from them holds no more, because they asked. */
    LIFTED("lifted"),
    /** A list of readers named them. */
    IMPORTED("imported"),
    /** All that told who they are. */
    ERASED("erased");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /** Noted as often as anybody asks in the name of an address: it proves nothing. */
    public boolean isOneTooMany() {
        return words.endsWith(" too often");
    }

    /** Something that we mailed them, and that the relay took. */
    boolean isMail() {
        return words.endsWith(" mailed");
    }

    public String words() {
        return words;
    }

    /** Which one was noted in these words, perhaps with a detail behind them; empty for none that there is now. */
    static Optional<Act> in(String noted) {
        return Arrays.stream(values())
                .filter(act -> noted.equals(act.words) || noted.startsWith(act.words + ": "))
                .max(Comparator.comparingInt(act -> act.words.length()));
    }
}
