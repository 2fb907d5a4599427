package com.newgroktimes.digest.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Why something typed is not an address that mail can go to. The message never repeats what was typed. */
public final class InvalidAddress extends RuntimeException {

    private final @Nullable String suggestion;

    public InvalidAddress(String reason, @Nullable String suggestion) {
        super(reason, null, false, false);
        this.suggestion = suggestion;
    }

    /** What was probably meant. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
