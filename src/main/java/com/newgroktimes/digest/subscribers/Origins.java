package com.newgroktimes.digest.subscribers;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.Keys;

/** Where somebody asked or pressed from, as it is kept as evidence: enough for a proof, too little to tell a person. */
@Component
public class Origins {

    private static final String PURPOSE = "origin";
    private static final int DIGITS = 16;
    /** An IPv4 or IPv6 address, and no network: those are shortened already. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.:])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\\w:/]|\\.\\d)");

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

    public Kept kept() {
        return kept;
    }

    /** Empty where nothing is kept. */
    public String of(ClientAddress client) {
        return switch (kept) {
            case SHORTENED -> client.shortened();
            case HASHED -> "hash " + hash(client);
            case NONE -> "";
        };
    }

    /** What others wrote down of somebody, with the addresses in it as ours are kept. */
    public String in(String text) {
        return ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(kept(found.group())));
    }

    private String kept(String literal) {
        return ClientAddress.parse(literal)
                .map(this::of)
                .map(origin -> origin.isEmpty() ? "somewhere" : origin)
                .orElse(literal);
    }

    private String hash(ClientAddress client) {
        byte[] mac = keys.mac(PURPOSE, client.address().getAddress());
        return HexFormat.of().formatHex(mac).substring(0, DIGITS);
    }
}
