package com.newgroktimes.digest.operator.pages;

import java.security.Principal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** An edition under way: the part of its page that is asked for again and again, and what a person may do meanwhile. */
@Controller
@RequestMapping("/console/editions/{number}")
final class LivePage {

    private final Deliveries deliveries;
    private final EditionSheets sheets;
    private final EditionLook look;

    LivePage(Deliveries deliveries, EditionSheets sheets, EditionLook look) {
        this.deliveries = deliveries;
        this.sheets = sheets;
        this.look = look;
    }

    @GetMapping("/live")
    ModelAndView live(@PathVariable int number, @RequestParam(defaultValue = "false") boolean all) {
        return look.live(number, all);
    }

    @PostMapping("/pause")
    ModelAndView pause(@PathVariable int number, Principal operator) {
        return look.after(number, () -> deliveries.pause(number, operator.getName()));
    }

    @PostMapping("/resume")
    ModelAndView resume(@PathVariable int number, Principal operator) {
        return look.after(number, () -> deliveries.resume(number, operator.getName()));
    }

    @PostMapping("/revise")
    ModelAndView revise(@PathVariable int number, Principal operator) {
        try {
            deliveries.revise(number, operator.getName());
            return SeeOther.at("/console/editions/%d/content".formatted(number));
        } catch (Problem problem) {
            return EditionLook.refused(look.at(number, "console/edition", false), problem);
        }
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable int number, Principal operator) {
        return look.after(number, () -> deliveries.end(number, operator.getName()));
    }

    @GetMapping("/stop")
    ModelAndView askBeforeStopping(@PathVariable int number) {
        return new ModelAndView("console/stop").addObject("sheet", sheets.sheet(number));
    }

    /** The only act that nothing undoes: whoever presses it types which edition they mean. */
    @PostMapping("/stop")
    ModelAndView stop(@PathVariable int number, @RequestParam(defaultValue = "") String typed, Principal operator) {
        if (!typed.strip().equals(Integer.toString(number))) {
            return EditionLook.refused(askBeforeStopping(number), anotherNumber(number, typed));
        }
        return look.after(number, () -> deliveries.stop(number, operator.getName()));
    }

    private static Problem anotherNumber(int number, String typed) {
        return new Problem(
                Problem.Kind.UNPROCESSABLE,
                "That is not its number",
                "You typed \"%s\", and this is edition %d. Type %d to stop it. Nothing was stopped."
                        .formatted(typed.strip(), number, number));
    }
}
