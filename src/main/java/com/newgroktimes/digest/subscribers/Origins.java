package com.newgroktimes.digest.subscribers;

import java.util.HexFormat;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.Keys;

/** Where somebody asked or pressed from, as it is kept as evidence: enough for a proof, too little to tell a person. */
@Component
public class Origins {

    private static final String PURPOSE = "origin";
    private static final int DIGITS = 16;

    private final Kept kept;
    private final Keys keys;

    Origins(SubscriberSettings settings, Keys keys) {
        this.kept = settings.origins();
        this.keys = keys;
    }

    public enum Kept {
        /** The network that it is in. */
        SHORTENED,
        /** Whether two are the same can be seen, and with the secret file whether one is a given address. */
        HASHED,
        NONE
    }

    /** Empty where nothing is kept. */
    public String of(ClientAddress client) {
        return switch (kept) {
            case SHORTENED -> client.shortened();
            case HASHED -> "hash " + hash(client);
            case NONE -> "";
        };
    }

    private String hash(ClientAddress client) {
        byte[] mac = keys.mac(PURPOSE, client.address().getAddress());
        return HexFormat.of().formatHex(mac).substring(0, DIGITS);
    }
}
