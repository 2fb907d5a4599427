package com.newgroktimes.digest.mail;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.dkim.BodyHash;
import com.newgroktimes.digest.mail.dkim.Relaxed;

/** A skeleton in relaxed form (RFC 6376 §3.4.4), made once, so that a copy is hashed for its signature without being looked through. */
record RelaxedBody(
        byte[] opening,
        EncodedPart text,
        byte[] middle,
        @Nullable EncodedPart html,
        byte[] closing) {

    static RelaxedBody of(byte[] opening, EncodedPart text, byte[] middle, @Nullable EncodedPart html, byte[] closing) {
        return new RelaxedBody(
                Relaxed.lines(opening),
                text.relaxed(),
                Relaxed.lines(middle),
                html == null ? null : html.relaxed(),
                Relaxed.lines(closing));
    }

    /** SHA-256 of one reader's copy. */
    byte[] hash(Filling filling) {
        Filling relaxed = filling.relaxed();
        var hash = new BodyHash().add(opening);
        text.addTo(hash, relaxed.inText());
        hash.add(middle);
        if (html != null) {
            html.addTo(hash, relaxed.inHtml());
        }
        return hash.add(closing).bytes();
    }
}
