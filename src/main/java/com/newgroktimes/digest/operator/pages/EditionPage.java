package com.newgroktimes.digest.operator.pages;

import java.security.Principal;

import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** One edition: how it stands, what stops it, what readers will see, and the button that sends it. */
@Controller
@RequestMapping("/console/editions/{number}")
final class EditionPage {

    private final Editions editions;
    private final Deliveries deliveries;
    private final EditionSheets sheets;

    EditionPage(Editions editions, Deliveries deliveries, EditionSheets sheets) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.sheets = sheets;
    }

    @GetMapping
    ModelAndView look(@PathVariable int number) {
        return new ModelAndView("console/edition").addObject("sheet", sheets.sheet(number));
    }

    @PostMapping("/checks")
    ModelAndView check(@PathVariable int number) {
        return act(number, () -> editions.check(number));
    }

    /** Number and hash are those of the page that the button stood on. */
    @PostMapping("/send")
    ModelAndView send(
            @PathVariable int number,
            @RequestParam long recipients,
            @RequestParam String contentHash,
            Principal operator) {
        return act(number, () -> deliveries.send(number, recipients, contentHash, null, operator.getName()));
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable int number, Principal operator) {
        return act(number, () -> deliveries.takeBack(number, operator.getName()));
    }

    /** What was refused is told on the page itself, beside what is so now. */
    private ModelAndView act(int number, Runnable deed) {
        try {
            deed.run();
            return SeeOther.at("/console/editions/" + number);
        } catch (Problem problem) {
            ModelAndView page = look(number).addObject("problem", problem);
            page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
            return page;
        }
    }
}
