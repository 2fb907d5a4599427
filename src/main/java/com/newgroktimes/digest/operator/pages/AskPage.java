package com.newgroktimes.digest.operator.pages;

import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Askings;
import com.newgroktimes.digest.subscribers.SubscriberSettings;

/** Asking those whom a list brought to confirm: the button names how many they are. */
@Controller
@RequestMapping(AskPage.PATH)
final class AskPage {

    static final String PATH = ReadersPage.PATH + "/ask";

    private final Askings askings;
    private final SubscriberSettings settings;

    AskPage(Askings askings, SubscriberSettings settings) {
        this.askings = askings;
        this.settings = settings;
    }

    /** @param of number of the import whose readers are meant; null: of all who wait and were never asked */
    @GetMapping
    ModelAndView look(@RequestParam(name = "import", required = false) @Nullable Long of) {
        ModelAndView page = new ModelAndView("console/ask")
                .addObject("waiting", askings.waiting(of))
                .addObject("perMinute", settings.askPerMinute());
        askings.latest().ifPresent(latest -> page.addObject("asking", latest));
        return of == null ? page : page.addObject("of", of);
    }

    /** A second press finds an asking under way, and asks nobody again. */
    @PostMapping
    ModelAndView ask(
            @RequestParam(name = "import", required = false) @Nullable Long of,
            @RequestParam long recipients,
            Principal operator) {
        return after(of, () -> askings.ask(of, recipients, operator.getName()));
    }

    @PostMapping("/stop")
    ModelAndView stop(Principal operator) {
        return after(null, () -> askings.stop(operator.getName()));
    }

    private ModelAndView after(@Nullable Long of, Runnable deed) {
        try {
            deed.run();
            return SeeOther.at(PATH);
        } catch (Problem problem) {
            return EditionLook.refused(look(of), problem);
        }
    }
}
