package com.newgroktimes.digest.operator.pages;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PrepareEdition;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.stories.Sources;

/** All editions, and the two ways to another one. */
@Controller
@RequestMapping("/console/editions")
final class EditionsPage {

    private final Editions editions;
    private final PrepareEdition preparation;
    private final EditionSheets sheets;
    private final ClosedWeek closedWeek;
    private final Sources sources;

    EditionsPage(
            Editions editions,
            PrepareEdition preparation,
            EditionSheets sheets,
            ClosedWeek closedWeek,
            Sources sources) {
        this.editions = editions;
        this.preparation = preparation;
        this.sheets = sheets;
        this.closedWeek = closedWeek;
        this.sources = sources;
    }

    /**
     * @param state of which they are; what is none is any: somebody typed into the address
     * @param after the edition that the page before ended with
     */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "" + Editions.NEWEST) int after) {
        return new ModelAndView("console/editions")
                .addObject("list", sheets.list(after, state(state)))
                .addObject("closed", closedWeek.now());
    }

    private static @Nullable EditionState state(String typed) {
        return Arrays.stream(EditionState.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    ModelAndView assemble(@RequestParam(defaultValue = Editions.LAST_WEEK) String week) {
        try {
            return SeeOther.at(pathOf(editions.assemble(week.strip()).edition()));
        } catch (Problem problem) {
            return refused(problem).addObject("week", week);
        }
    }

    /** Asks every source first, as the weekly run does. */
    @PostMapping("/fetch")
    ModelAndView fetch() {
        try {
            return SeeOther.at(pathOf(preparation.run(Editions.LAST_WEEK)) + "?fetched=true");
        } catch (Problem problem) {
            return refused(problem).addObject("sources", sources.health());
        }
    }

    private static String pathOf(Edition edition) {
        return "/console/editions/" + edition.number();
    }

    private ModelAndView refused(Problem problem) {
        ModelAndView page = list("", Editions.NEWEST).addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }
}
