package com.newgroktimes.digest.operator.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.stories.SourceHealth;
import com.newgroktimes.digest.stories.Sources;

/** What needs somebody, beside the next edition. */
@Component
final class Attention {

    private static final String STORIES = "/console/stories";
    private static final String EDITIONS = "/console/editions";
    private static final String OVERVIEW = "/console#make";

    private static final Set<EditionState> UNDER_WAY = Stream.of(EditionState.values())
            .filter(state -> !state.open() && !state.ended())
            .collect(Collectors.toUnmodifiableSet());

    private final Editions editions;
    private final Deliveries deliveries;
    private final Sources sources;
    private final WaitingStories waiting;
    private final MailTemplates templates;
    private final ClosedWeek closedWeek;

    Attention(
            Editions editions,
            Deliveries deliveries,
            Sources sources,
            WaitingStories waiting,
            MailTemplates templates,
            ClosedWeek closedWeek) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.closedWeek = closedWeek;
        this.sources = sources;
        this.waiting = waiting;
        this.templates = templates;
    }

    /**
     * Templates read it.
     *
     * @param what    key of its sentence, below {@code console.attention}
     * @param detail  what the sentence is about: a text or a number
     * @param edition that it is about; 0 is none
     * @param at      the page to go to
     */
    public record Need(String what, Object detail, int edition, String at) {

        Need(String what, Object detail, String at) {
            this(what, detail, 0, at);
        }
    }

    List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        editions.in(UNDER_WAY).forEach(number -> addWhatHolds(needs, number));
        List<SourceHealth> health = sources.health();
        health.stream()
                .flatMap(source -> source.trouble().stream())
                .forEach(fault -> needs.add(new Need("source", fault, STORIES)));
        int notRead = health.stream()
                .filter(SourceHealth::isFolder)
                .flatMap(source -> Stream.ofNullable(source.collected()))
                .mapToInt(collected -> collected.notRead())
                .sum();
        templates.refused().ifPresent(refused -> needs.add(new Need("templates", refused.fault(), EDITIONS)));
        closedWeek.withoutEdition().ifPresent(week -> needs.add(new Need("week", week, OVERVIEW)));
        addSome(needs, "not-read", notRead);
        addSome(needs, "incomplete", waiting.list().size());
        return needs;
    }

    private void addWhatHolds(List<Need> needs, int edition) {
        String at = EDITIONS + "/" + edition + "#live";
        String reason = editions.head(edition).reason();
        if (reason != null) {
            needs.add(new Need("waits", reason, edition, at));
        }
        List<String> halted = deliveries.halted(edition);
        if (!halted.isEmpty()) {
            needs.add(new Need("halted", Course.first(halted), edition, at));
        }
    }

    private static void addSome(List<Need> needs, String what, int number) {
        if (number > 0) {
            needs.add(new Need(what, number, STORIES));
        }
    }
}
