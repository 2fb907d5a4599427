package com.newgroktimes.digest.site;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/**
 * Taking back that one left is for whoever pressed the button, on the page that the press led to: it alone has the proof that the form
 * sends along. Others may hold the same link.
 */
@Component
final class Undo {

    /** The field of the form. */
    static final String PROOF = "undo";

    private final Subscribers subscribers;
    private final ReaderLinks links;

    Undo(Subscribers subscribers, ReaderLinks links) {
        this.subscribers = subscribers;
        this.links = links;
    }

    /**
     * Where a press of a page's button leads.
     *
     * @param path of their link to leave
     * @param left whether it was this press
     */
    String done(String path, long reader, boolean left) {
        String page = path + "/done";
        return left
                ? reader(reader)
                        .flatMap(links::undo)
                        .map(proof -> page + "/" + proof)
                        .orElse(page)
                : page;
    }

    boolean isOpen(Subscriber reader, String proof) {
        return subscribers.canComeBack(reader) && links.undoes(reader, proof);
    }

    void press(long id, String proof, String from) {
        reader(id).filter(reader -> isOpen(reader, proof)).ifPresent(reader -> subscribers.comeBack(reader.id(), from));
    }

    private Optional<Subscriber> reader(long id) {
        return subscribers.find(subscribers.current(id));
    }
}
