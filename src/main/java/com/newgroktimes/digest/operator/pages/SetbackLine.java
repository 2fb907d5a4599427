package com.newgroktimes.digest.operator.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.Setback;
import com.newgroktimes.digest.mail.EmailAddress;

/**
 * A delivery that did not succeed, as one line of a list. Templates read it.
 *
 * @param address null where the reader has been erased
 */
public record SetbackLine(Setback setback, @Nullable String address) {

    static List<SetbackLine> masked(List<Setback> setbacks) {
        return setbacks.stream().map(SetbackLine::masked).toList();
    }

    static List<SetbackLine> inFull(List<Setback> setbacks) {
        return setbacks.stream()
                .map(setback -> new SetbackLine(setback, setback.email()))
                .toList();
    }

    private static SetbackLine masked(Setback setback) {
        String email = setback.email();
        return new SetbackLine(
                setback, email == null ? null : EmailAddress.stored(email).masked());
    }
}
