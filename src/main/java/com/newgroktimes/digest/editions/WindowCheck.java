package com.newgroktimes.digest.editions;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** Whoever sends an edition before its week is over should know that they do. */
@Component
class WindowCheck implements SendCheck {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", Locale.ENGLISH);

    private final Words words;
    private final Publication publication;
    private final Clock clock;

    WindowCheck(Words words, Publication publication, Clock clock) {
        this.words = words;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "window";
    }

    @Override
    public List<Check> check(Edition edition) {
        String closes = MOMENT.format(edition.closes().atZone(publication.timeZone()));
        return List.of(
                edition.closesAfter(clock.instant())
                        ? row(Level.LOOK, "check.window.open", closes)
                        : row(Level.FINE, "check.window.fine", closes));
    }

    private Check row(Level level, String message, String closes) {
        return new Check(rule(), level, words.text(message, Locale.ENGLISH, closes), clock.instant());
    }
}
