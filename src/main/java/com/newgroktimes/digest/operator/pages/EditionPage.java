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
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Sources;

/** One edition: how it stands, what stops it, what readers will see, and the button that sends it. */
@Controller
@RequestMapping("/console/editions/{number}")
final class EditionPage {

    private final Editions editions;
    private final Deliveries deliveries;
    private final EditionLook look;
    private final Sources sources;

    EditionPage(Editions editions, Deliveries deliveries, EditionLook look, Sources sources) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.look = look;
        this.sources = sources;
    }

    /**
     * @param all     whether every destination is shown
     * @param fetched whether stories for it have just been asked for
     */
    @GetMapping
    ModelAndView look(
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean fetched) {
        ModelAndView page = look.at(number, "console/edition", all);
        return fetched ? page.addObject("sources", sources.health()) : page;
    }

    @PostMapping("/checks")
    ModelAndView check(@PathVariable int number) {
        return look.after(number, () -> editions.check(number));
    }

    @PostMapping("/test")
    ModelAndView test(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "en") String copy,
            Principal operator) {
        return look.after(
                        number,
                        "#test",
                        () -> deliveries.test(
                                number,
                                PreviewPage.everything(editions.language(copy)),
                                TypedAddresses.in(to).parsed(),
                                operator.getName()))
                .addObject("typed", to)
                .addObject("copy", copy);
    }

    /** Number and hash are those of the page that the button stood on. */
    @PostMapping("/send")
    ModelAndView send(
            @PathVariable int number,
            @RequestParam long recipients,
            @RequestParam String contentHash,
            Principal operator) {
        return look.after(number, () -> deliveries.send(number, recipients, contentHash, null, operator.getName()));
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable int number, Principal operator) {
        return look.after(number, () -> deliveries.takeBack(number, operator.getName()));
    }
}
