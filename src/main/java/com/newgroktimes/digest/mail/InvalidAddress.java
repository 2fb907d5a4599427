package com.newgroktimes.digest.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Why something typed is not an address that mail can go to. The message never repeats what was typed. */
public final class InvalidAddress extends RuntimeException {

    private final AddressFault fault;
    private final @Nullable String suggestion;

    InvalidAddress(AddressFault fault) {
        this(fault, null);
    }

    InvalidAddress(AddressFault fault, @Nullable String suggestion) {
        super(fault.sentence(), null, false, false);
        this.fault = fault;
        this.suggestion = suggestion;
    }

    public AddressFault fault() {
        return fault;
    }

    /** What was probably meant: an address that {@link EmailAddress#parse} takes. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
