package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.dkim.Dkim;

/** The one place where a head and a body become a message: signed, where there is a key, so that nothing of ours leaves without. */
@Component
public final class Messages {

    private final OurAddresses ours;
    private final Dkim dkim;

    Messages(OurAddresses ours, Dkim dkim) {
        this.ours = ours;
        this.dkim = dkim;
    }

    /** @param values what goes into the body's slots */
    public Message of(MessageHead head, Skeleton body, Map<Slot, String> values) {
        Filling filling = Filling.of(values);
        byte[] fields = head.fields(body).getBytes(StandardCharsets.UTF_8);
        byte[] signatures = dkim.fields(fields, () -> body.relaxedHash(filling));
        return new Message(ours.returnPath(), head.to(), head.messageId(), body.join(filling, signatures, fields));
    }
}
