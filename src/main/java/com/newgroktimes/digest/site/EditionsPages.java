package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;

/** Past editions, each as a web page, from the moment it was frozen. */
@Controller
class EditionsPages {

    private static final int A_PAGE = 20;

    private final Editions editions;
    private final EditionLines lines;

    EditionsPages(Editions editions, EditionLines lines) {
        this.editions = editions;
        this.lines = lines;
    }

    @GetMapping("/editions")
    ModelAndView list(@RequestParam(defaultValue = "1") int page, Locale locale) {
        List<Edition> all = editions.published();
        int first = (page - 1) * A_PAGE;
        if (page < 1 || page > 1 && first >= all.size()) {
            throw notFound("There are no editions on page " + page + ".");
        }
        List<EditionLine> shown = all.stream()
                .skip(first)
                .limit(A_PAGE)
                .map(edition -> lines.of(edition, locale))
                .toList();
        Integer newer = page > 1 ? page - 1 : null;
        Integer older = first + A_PAGE < all.size() ? page + 1 : null;
        return new ModelAndView("site/editions", Map.of("page", new EditionsPage(shown, newer, older)));
    }

    @GetMapping("/editions/{number:\\d{1,9}}")
    ModelAndView one(@PathVariable int number, Locale locale) {
        List<Edition> all = editions.published();
        int index = all.stream().map(Edition::number).toList().indexOf(number);
        if (index < 0) {
            throw notFound("There is no edition " + number + ", or not yet.");
        }
        Edition edition = all.get(index);
        Integer previous = index + 1 < all.size() ? all.get(index + 1).number() : null;
        Integer next = index > 0 ? all.get(index - 1).number() : null;
        return new ModelAndView(
                "site/edition", Map.of("edition", WebEdition.of(edition, lines.date(edition, locale), previous, next)));
    }

    private static Problem notFound(String detail) {
        return new Problem(Problem.Kind.NOT_FOUND, "No such edition", detail + " See /editions.");
    }
}
