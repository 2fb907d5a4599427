package com.newgroktimes.digest.operator.pages;

import java.security.Principal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** What can be said of an edition on its web page once it is out: that something was wrong, or that it is gone. */
@Controller
@RequestMapping("/console/editions/{number}")
final class AfterwardsPage {

    private final Editions editions;
    private final EditionSheets sheets;

    AfterwardsPage(Editions editions, EditionSheets sheets) {
        this.editions = editions;
        this.sheets = sheets;
    }

    @GetMapping("/correct")
    ModelAndView askBeforeCorrecting(@PathVariable int number) {
        return page(number, "correct", "");
    }

    @GetMapping("/withdraw")
    ModelAndView askBeforeWithdrawing(@PathVariable int number) {
        return page(number, "withdraw", "");
    }

    @PostMapping("/correct")
    ModelAndView correct(@PathVariable int number, @RequestParam(defaultValue = "") String why, Principal operator) {
        return after(number, "correct", why, () -> editions.correct(number, why, operator.getName()));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable int number, @RequestParam(defaultValue = "") String why, Principal operator) {
        return after(number, "withdraw", why, () -> editions.withdraw(number, why, operator.getName()));
    }

    private ModelAndView after(int number, String act, String why, Runnable deed) {
        try {
            deed.run();
            return SeeOther.at("/console/editions/%d#afterwards".formatted(number));
        } catch (Problem problem) {
            return EditionLook.refused(page(number, act, why), problem);
        }
    }

    private ModelAndView page(int number, String act, String why) {
        return new ModelAndView("console/afterwards")
                .addObject("sheet", sheets.sheet(number))
                .addObject("act", act)
                .addObject("why", why);
    }
}
