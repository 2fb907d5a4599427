package com.newgroktimes.digest.operator.pages;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Setback;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** Who did not get an edition: by reason first, then by provider, then one by one; and what can be tried again. */
@Controller
@RequestMapping("/console/editions/{number}/problems")
final class ProblemsPage {

    private static final int PAGE = 50;

    private final Deliveries deliveries;
    private final EditionSheets sheets;

    ProblemsPage(Deliveries deliveries, EditionSheets sheets) {
        this.deliveries = deliveries;
        this.sheets = sheets;
    }

    @GetMapping
    ModelAndView reasons(@PathVariable int number) {
        return new ModelAndView("console/problems")
                .addObject("sheet", sheets.sheet(number))
                .addObject("groups", ReasonGroup.of(deliveries.setbacks(number)));
    }

    /**
     * @param provider number of a destination; null is any
     * @param after    the reader's number that the page before ended with
     * @param full     whether addresses are shown in full
     */
    @GetMapping("/{reason}")
    ModelAndView readers(
            @PathVariable int number,
            @PathVariable Reason reason,
            @RequestParam(required = false) @Nullable Integer provider,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "false") boolean full) {
        List<Setback> setbacks = deliveries.setbacks(number, reason, provider, after, PAGE + 1);
        List<Setback> shown = setbacks.subList(0, Math.min(PAGE, setbacks.size()));
        ModelAndView page = new ModelAndView("console/problem-readers")
                .addObject("number", number)
                .addObject("reason", reason)
                .addObject("provider", provider)
                .addObject("after", after)
                .addObject("full", full)
                .addObject("lines", full ? SetbackLine.inFull(shown) : SetbackLine.masked(shown));
        return setbacks.size() > PAGE
                ? page.addObject("next", shown.get(PAGE - 1).subscriber())
                : page;
    }

    /**
     * @param recipients how many the button named
     * @param mayRepeat  ticked by whoever accepts that some may get it twice
     */
    @PostMapping("/retry")
    ModelAndView retry(
            @PathVariable int number,
            @RequestParam DeliveryState state,
            @RequestParam long recipients,
            @RequestParam(defaultValue = "false") boolean mayRepeat,
            Principal operator) {
        try {
            refuseToRepeatUnasked(state, mayRepeat);
            deliveries.retry(number, state, recipients, mayRepeat, operator.getName());
            return SeeOther.at("/console/editions/" + number);
        } catch (Problem problem) {
            return EditionLook.refused(reasons(number), problem);
        }
    }

    /** Told here in the words of the page: the way to say so elsewhere is not a tick. */
    private static void refuseToRepeatUnasked(DeliveryState state, boolean mayRepeat) {
        if (state == DeliveryState.UNKNOWN && !mayRepeat) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    "Some may get it twice",
                    "They may have got it already; nobody can know. Tick the box if you want to try again nevertheless."
                            + " Nobody was mailed.");
        }
    }
}
