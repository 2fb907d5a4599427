package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.Optional;

import com.newgroktimes.digest.mail.catching.MailFolder;

/** Every mail that the demo sent, and nobody got. There is none outside of the profile {@code demo}. */
public class Outbox {

    private final MailFolder folder;

    Outbox(MailFolder folder) {
        this.folder = folder;
    }

    /** Every mail to this address is gone, and whatever else holds it. */
    public void forget(EmailAddress address) {
        list().stream().filter(mail -> mail.names(address)).forEach(mail -> folder.remove(mail.id()));
    }

    /** Newest first. */
    public List<CaughtMail> list() {
        return folder.newestFirst().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Empty for whatever is no id of a mail. */
    public Optional<CaughtMail> find(String id) {
        return folder.find(id).map(file -> CaughtMail.read(id, file));
    }
}
