package com.newgroktimes.digest.operator.pages;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PrepareEdition;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** All editions, and the two ways to another one. */
@Controller
@RequestMapping("/console/editions")
final class EditionsPage {

    private static final String LAST_CLOSED_WEEK = "last";

    private final Editions editions;
    private final PrepareEdition preparation;
    private final EditionSheets sheets;

    EditionsPage(Editions editions, PrepareEdition preparation, EditionSheets sheets) {
        this.editions = editions;
        this.preparation = preparation;
        this.sheets = sheets;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("console/editions").addObject("lines", sheets.lines());
    }

    @PostMapping
    ModelAndView assemble(@RequestParam(defaultValue = LAST_CLOSED_WEEK) String week) {
        try {
            return look(editions.assemble(week.strip()).edition());
        } catch (Problem problem) {
            return refused(problem).addObject("week", week);
        }
    }

    /** Asks every source first, as the weekly run does. */
    @PostMapping("/fetch")
    ModelAndView fetch() {
        try {
            return look(preparation.run(LAST_CLOSED_WEEK));
        } catch (Problem problem) {
            return refused(problem);
        }
    }

    private static ModelAndView look(Edition edition) {
        return SeeOther.at("/console/editions/" + edition.number());
    }

    private ModelAndView refused(Problem problem) {
        ModelAndView page = list().addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        return page;
    }
}
