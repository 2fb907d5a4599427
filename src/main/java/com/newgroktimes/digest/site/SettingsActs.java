package com.newgroktimes.digest.site;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** The buttons of the settings page. */
@Component
final class SettingsActs {

    private final Subscribers subscribers;
    private final ReaderLinks links;
    private final Sections sections;
    private final Words words;
    private final Clock clock;

    SettingsActs(Subscribers subscribers, ReaderLinks links, Sections sections, Words words, Clock clock) {
        this.subscribers = subscribers;
        this.links = links;
        this.sections = sections;
        this.words = words;
        this.clock = clock;
    }

    /** Where it leads; empty where none of the buttons was pressed that the page has now. */
    Optional<String> act(Subscriber reader, boolean old, Form sent, String path, String from) {
        if (sent.has("stop")) {
            return Optional.of(stop(reader, sent, from));
        }
        if (sent.has("mail")) {
            errand(sent.get("mail")).ifPresent(errand -> subscribers.askForLink(reader.id(), errand, from));
            return Optional.of(path + "/sent");
        }
        if (old) {
            return Optional.empty();
        }
        if (sent.has("try-again")) {
            subscribers.signUpAgain(reader.id(), from);
            return Optional.of(path + "/sent");
        }
        if (sent.has("drop")) {
            subscribers.dropNewAddress(reader.id(), from);
            return Optional.of(path + "/saved");
        }
        return sent.has("save") ? Optional.of(save(reader, sent, path, from)) : Optional.empty();
    }

    private String stop(Subscriber reader, Form sent, String from) {
        if (sent.has("note")) {
            subscribers.leaveWithANote(reader.id(), from);
        } else {
            subscribers.leave(reader.id(), from);
        }
        return links.unsubscribe(reader.id()).getPath() + "/done";
    }

    /** Whoever is not on the list has nothing to set. */
    private String save(Subscriber reader, Form sent, String path, String from) {
        if (!reader.onTheList()) {
            return path;
        }
        subscribers.prefer(reader.id(), SettingsForm.read(sent, reader, sections.all(), clock.instant()), from);
        String language = sent.get("language");
        // The page shows a dialect as its language: that choice, left alone, is none.
        if (words.languages().contains(language) && !language.equals(words.spoken(reader.locale()))) {
            subscribers.speak(reader.id(), language, from);
        }
        return path + "/saved";
    }

    private static Optional<Errand> errand(String name) {
        return Arrays.stream(Errand.values())
                .filter(errand -> errand.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
