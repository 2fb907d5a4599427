package com.newgroktimes.digest.delivery;

import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.rendering.Words;

/** States and numbers of people as they stand in a sentence, in the words of the console. */
@Component
public class Spoken {

    private final Words words;

    Spoken(Words words) {
        this.words = words;
    }

    /** {@code "Given up"}, with its quotation marks. */
    String state(DeliveryState state) {
        return '"' + words.text("console.delivery." + state.name(), Locale.ENGLISH) + '"';
    }

    /** {@code being sent}. */
    String state(EditionState state) {
        return words.text("edition.is." + state.name(), Locale.ENGLISH);
    }

    /** {@code nobody}, {@code one person}, {@code 42,310 people}. */
    public String people(long number) {
        return words.text("people", Locale.ENGLISH, number);
    }
}
