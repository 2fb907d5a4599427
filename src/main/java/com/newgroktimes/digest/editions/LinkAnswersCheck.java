package com.newgroktimes.digest.editions;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.LinkAnswer;
import com.newgroktimes.digest.stories.LinkAnswer.Outcome;
import com.newgroktimes.digest.stories.LinksElsewhere;

/** Links that lead nowhere, as far as other sites tell. Only a link that is known to be dead may stop a send. */
@Component
class LinkAnswersCheck implements SendCheck {

    private final LinksElsewhere links;
    private final Level level;
    private final Set<String> ourHosts;

    LinkAnswersCheck(LinksElsewhere links, CheckSettings settings, Publication publication) {
        this.links = links;
        this.level = settings.network().level();
        this.ourHosts = Stream.of(publication.baseUrl(), publication.siteUrl())
                .map(URI::getHost)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Follows every link anew that is not known to be fine. Takes as long as other sites do, within bounds. */
    @Override
    public void ask(Edition edition) {
        links.follow(EditionLink.of(edition).stream()
                .map(EditionLink::url)
                .distinct()
                .toList());
    }

    @Override
    public String rule() {
        return "link-answers";
    }

    @Override
    public List<Finding> look(Edition edition) {
        List<EditionLink> followed = EditionLink.of(edition).stream()
                .filter(link -> links.follows(link.url()))
                .toList();
        Map<String, LinkAnswer> answers =
                links.last(followed.stream().map(EditionLink::url).distinct().toList());
        long notAsked = followed.stream()
                .map(EditionLink::url)
                .distinct()
                .filter(Predicate.not(answers::containsKey))
                .count();
        return Stream.of(
                        followed.stream()
                                .flatMap(link -> Stream.ofNullable(answers.get(link.url()))
                                        .flatMap(answer -> dead(link.headline(), answer))),
                        unknown("untold", Outcome.UNTOLD, answers.values()),
                        unknown("silent", Outcome.SILENT, answers.values()),
                        unknown("closed", Outcome.CLOSED, answers.values()),
                        notAsked == 0
                                ? Stream.<Finding>empty()
                                : Stream.of(new Finding(Level.UNCHECKED, "not-asked", List.of(notAsked))))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Finding> dead(String headline, LinkAnswer answer) {
        String url = answer.url();
        return switch (answer.outcome()) {
            case GONE -> Stream.of(new Finding(level, "gone", List.of(headline, url, answer.status())));
            case NO_HOST -> Stream.of(new Finding(level, "no-host", List.of(headline, url)));
            case UNPROVEN -> Stream.of(Finding.look("unproven", headline, url));
            case ROUNDABOUT -> Stream.of(Finding.look("roundabout", headline, url));
            case SLOW -> Stream.of(Finding.look("slow", headline, url));
            case FINE, UNTOLD, SILENT, CLOSED -> Stream.empty();
        };
    }

    /** All in one row, by host: a site that gives strangers nothing has many links in an edition. */
    private Stream<Finding> unknown(String what, Outcome outcome, Collection<LinkAnswer> answers) {
        List<LinkAnswer> these = answers.stream()
                .filter(answer -> answer.outcome() == outcome)
                .filter(answer -> !isOursAndInside(answer))
                .toList();
        if (these.isEmpty()) {
            return Stream.empty();
        }
        var hosts = these.stream().map(LinkAnswer::host).collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(new Finding(Level.UNCHECKED, what, List.of(these.size(), String.join(", ", hosts))));
    }

    /** Where the publication itself is not on the open internet yet, its own rules say so. */
    private boolean isOursAndInside(LinkAnswer answer) {
        return answer.outcome() == Outcome.CLOSED && ourHosts.contains(answer.host());
    }
}
