package com.newgroktimes.digest.operator.pages;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.LatestDeliveries;
import com.newgroktimes.digest.operator.Actor;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.ErasedReader;
import com.newgroktimes.digest.subscribers.Evidence;
import com.newgroktimes.digest.subscribers.Invitations;
import com.newgroktimes.digest.subscribers.Invitations.Outcome;
import com.newgroktimes.digest.subscribers.MachineMarks;
import com.newgroktimes.digest.subscribers.ShownTexts;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;

/** One reader: what they asked for and how we know, on a page that can be printed; and what an operator may do. */
@Controller
@RequestMapping(ReadersPage.PATH + "/{number}")
final class ReaderPage {

    private static final int MOST_WORDS = 500;

    private final Subscribers subscribers;
    private final Invitations invitations;
    private final Deliveries deliveries;
    private final ShownTexts shown;
    private final MachineMarks machines;

    ReaderPage(
            Subscribers subscribers,
            Invitations invitations,
            Deliveries deliveries,
            ShownTexts shown,
            MachineMarks machines) {
        this.machines = machines;
        this.shown = shown;
        this.subscribers = subscribers;
        this.invitations = invitations;
        this.deliveries = deliveries;
    }

    static String path(long number) {
        return ReadersPage.PATH + "/" + number;
    }

    /** @param told what became of the mail that was just asked for */
    @GetMapping
    ModelAndView look(@PathVariable long number, @RequestParam(required = false) @Nullable Outcome told) {
        long current = subscribers.current(number);
        if (current != number) {
            return SeeOther.at(path(current));
        }
        ModelAndView page = subscribers
                .find(number)
                .map(this::known)
                .or(() -> subscribers.erased(number).map(ReaderPage::gone))
                .orElseThrow(() -> nobody(number));
        List<Evidence> evidence = subscribers.evidence(number);
        page.addObject("evidence", proof(evidence, number));
        page.addObject("texts", shown.of(versions(evidence), language(number)));
        return told == null ? page : page.addObject("told", told);
    }

    private List<ProofLine> proof(List<Evidence> evidence, long number) {
        LatestDeliveries.One reached = latest(number).accepted();
        List<Instant> mailed = reached == null || reached.at() == null ? List.of() : List.of(reached.at());
        Set<Evidence> marked = machines.among(evidence, number, mailed);
        return evidence.stream()
                .map(noted -> new ProofLine(noted, marked.contains(noted)))
                .toList();
    }

    private static List<String> versions(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::version).distinct().toList();
    }

    /** In which they were shown what they saw; whoever was erased, in the publication's own. */
    private Locale language(long number) {
        return subscribers
                .find(number)
                .map(reader -> Locale.forLanguageTag(reader.locale()))
                .orElse(Locale.ROOT);
    }

    /** The confirmation mail once more. */
    @PostMapping("/confirmation")
    ModelAndView confirmation(@PathVariable long number, Principal operator) {
        Outcome outcome = invitations.again(number, Actor.of(operator));
        return SeeOther.at(path(number) + "?told=" + outcome);
    }

    @GetMapping("/take-off")
    ModelAndView askBeforeTakingOff(@PathVariable long number) {
        return ask("console/take-off", number);
    }

    @PostMapping("/take-off")
    ModelAndView takeOff(@PathVariable long number, Principal operator) {
        subscribers.suppress(require(number).id(), Suppression.OPERATOR, Actor.of(operator));
        return SeeOther.at(path(number));
    }

    @GetMapping("/lift")
    ModelAndView askBeforeLifting(@PathVariable long number) {
        return subscribers
                .find(number)
                .filter(reader -> reader.suppressed() != null)
                .map(reader -> new ModelAndView("console/lift").addObject("reader", reader))
                .orElseGet(() -> SeeOther.at(path(number)));
    }

    /** However often. */
    @PostMapping("/lift")
    ModelAndView lift(@PathVariable long number, @RequestParam(defaultValue = "") String why, Principal operator) {
        String said = why.strip();
        if (said.isEmpty() || said.length() > MOST_WORDS) {
            return EditionLook.refused(askBeforeLifting(number), unsaid());
        }
        subscribers.lift(require(number).id(), said, Actor.of(operator));
        return SeeOther.at(path(number));
    }

    @GetMapping("/erase")
    ModelAndView askBeforeErasing(@PathVariable long number) {
        return ask("console/erase", number);
    }

    /** However often. */
    @PostMapping("/erase")
    ModelAndView erase(@PathVariable long number, Principal operator) {
        subscribers.erase(number, Actor.of(operator));
        return SeeOther.at(path(number));
    }

    private ModelAndView ask(String template, long number) {
        return subscribers
                .find(number)
                .map(reader -> new ModelAndView(template).addObject("reader", reader))
                .orElseGet(() -> SeeOther.at(path(number)));
    }

    private ModelAndView known(Subscriber reader) {
        return new ModelAndView("console/reader").addObject("reader", reader).addObject("latest", latest(reader.id()));
    }

    private LatestDeliveries latest(long number) {
        return deliveries.latest(List.of(number)).getOrDefault(number, LatestDeliveries.NONE);
    }

    private static ModelAndView gone(ErasedReader erased) {
        return new ModelAndView("console/erased").addObject("erased", erased);
    }

    private Subscriber require(long number) {
        return subscribers.find(number).orElseThrow(() -> nobody(number));
    }

    private static Problem unsaid() {
        return new Problem(
                Problem.Kind.UNPROCESSABLE,
                "Say why",
                "Nothing was lifted. Write down in at most %d characters how they asked: it is kept as evidence."
                        .formatted(MOST_WORDS));
    }

    private static Problem nobody(long number) {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "No such reader",
                "Nobody has the number %d, or nobody any more. Look for their address.".formatted(number));
    }
}
