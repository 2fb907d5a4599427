package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Wording;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** What could not be done, in the language of the page. Templates call it. */
@Component
public final class ProblemWords {

    private final Words words;
    private final Publication publication;

    ProblemWords(Words words, Publication publication) {
        this.words = words;
        this.publication = publication;
    }

    /** False for one that has its English sentences alone. */
    public boolean speaks(Problem problem) {
        return wording(problem).isPresent();
    }

    public String title(Problem problem) {
        return wording(problem)
                .map(wording -> text(wording.key() + ".title", wording))
                .orElseGet(problem::title);
    }

    public String detail(Problem problem) {
        return wording(problem).map(wording -> text(wording.key(), wording)).orElseGet(problem::detail);
    }

    private Optional<Wording> wording(Problem problem) {
        return problem.wording().filter(wording -> words.has(wording.key()));
    }

    private String text(String key, Wording wording) {
        return words.text(
                key,
                LocaleContextHolder.getLocale(),
                wording.args().stream().map(this::told).toArray());
    }

    private Object told(Object arg) {
        if (arg instanceof Instant moment) {
            return moment.atZone(publication.timeZone());
        }
        if (arg instanceof List<?> several) {
            return several.stream().map(one -> String.valueOf(told(one))).collect(Collectors.joining(" "));
        }
        if (arg instanceof Wording inside) {
            return text(inside.key(), inside);
        }
        return arg instanceof EditionState state
                ? words.text("edition.is." + state.name(), LocaleContextHolder.getLocale())
                : arg;
    }
}
