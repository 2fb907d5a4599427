package com.newgroktimes.digest.operator.pages;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionWindow;
import com.newgroktimes.digest.editions.Editions;

/** The week that a press of the button makes the edition of: the last one that has closed. */
@Component
final class ClosedWeek {

    private final Editions editions;

    ClosedWeek(Editions editions) {
        this.editions = editions;
    }

    /**
     * Templates read it.
     *
     * @param makeable false where a later week has its edition already, and this one has none
     */
    public record Week(String name, EditionWindow window, boolean makeable) {}

    Week now() {
        return new Week(
                editions.week(Editions.LAST_WEEK),
                editions.window(Editions.LAST_WEEK),
                editions.canAssemble(Editions.LAST_WEEK));
    }
}
