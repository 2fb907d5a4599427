package com.newgroktimes.digest.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.Preferences;
import com.newgroktimes.digest.subscribers.Preferences.Format;
import com.newgroktimes.digest.subscribers.Subscriber;

/**
 * The settings as a page shows them. Templates read it.
 *
 * @param sections   all that can be chosen, and those that were chosen before
 * @param breakUntil spelled out; null: no break now
 */
public record SettingsForm(
        boolean text, List<Choice> sections, @Nullable String breakUntil) {

    private static final String SECTION = "section.";
    private static final List<Integer> WEEKS = List.of(2, 4, 8);
    private static final String NO_BREAK = "none";

    public record Choice(String name, boolean chosen) {}

    /** In the order in which they are offered. */
    public List<Integer> weeks() {
        return WEEKS;
    }

    /** What a form for somebody who changed nothing yet shows. */
    static SettingsForm untouched(List<String> sections) {
        return new SettingsForm(false, choices(sections, List.of()), null);
    }

    static SettingsForm of(
            Subscriber reader, List<String> sections, Instant now, Function<Instant, String> spelledOut) {
        Instant until = onABreak(reader, now);
        return new SettingsForm(
                reader.format().equals("text"),
                choices(sections, reader.sections()),
                until == null ? null : spelledOut.apply(until));
    }

    private static List<Choice> choices(List<String> known, List<String> chosen) {
        return Stream.concat(known.stream(), chosen.stream())
                .distinct()
                .map(section -> new Choice(section, chosen.isEmpty() || chosen.contains(section)))
                .toList();
    }

    private static @Nullable Instant onABreak(Subscriber reader, Instant now) {
        Instant until = reader.breakUntil();
        return until != null && until.isAfter(now) ? until : null;
    }

    /**
     * What a reader chose. Every section and none at all both mean all: nobody reads a digest of nothing. A format or a break that is
     * not said, or is none of those offered, stays as it is.
     */
    static Preferences read(Form sent, Subscriber reader, List<String> known, Instant now) {
        List<Choice> offered = choices(known, reader.sections());
        List<String> chosen = new ArrayList<>();
        offered.stream()
                .map(Choice::name)
                .filter(name -> sent.has(SECTION + name))
                .forEach(chosen::add);
        return new Preferences(
                format(sent.get("format"), reader),
                chosen.size() == offered.size() ? List.of() : chosen,
                breakUntil(sent.get("break"), reader, now));
    }

    private static Format format(String asked, Subscriber reader) {
        return switch (asked) {
            case "text" -> Format.TEXT;
            case "html" -> Format.HTML;
            default -> reader.format().equals("text") ? Format.TEXT : Format.HTML;
        };
    }

    private static @Nullable Instant breakUntil(String asked, Subscriber reader, Instant now) {
        if (asked.equals(NO_BREAK)) {
            return null;
        }
        return WEEKS.stream()
                .filter(weeks -> asked.equals(weeks.toString()))
                .findFirst()
                .map(weeks -> now.plus(Duration.ofDays(7L * weeks)))
                .orElseGet(() -> onABreak(reader, now));
    }
}
