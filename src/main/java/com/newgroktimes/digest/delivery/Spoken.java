package com.newgroktimes.digest.delivery;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** States and numbers of people as they stand in a sentence, in the words of the console. */
@Component
public class Spoken {

    private final MessageSource messages;

    Spoken(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code "Given up"}, with its quotation marks. */
    String state(DeliveryState state) {
        return '"' + messages.getMessage("console.delivery." + state.name(), null, Locale.ENGLISH) + '"';
    }

    /** {@code nobody}, {@code one person}, {@code 42,310 people}. */
    public String people(long number) {
        return messages.getMessage("people", new Object[] {number}, Locale.ENGLISH);
    }
}
