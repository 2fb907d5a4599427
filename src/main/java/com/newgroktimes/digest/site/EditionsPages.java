package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PreviewLinks;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** Past editions, each as a web page, from the moment it was frozen. */
@Controller
class EditionsPages {

    private static final int A_PAGE = 20;

    /** One address for one page: 01 is none. */
    private static final String CANONICAL = "[1-9]\\d{0,8}";

    private static final Pattern NUMBER = Pattern.compile(CANONICAL);

    private final Editions editions;
    private final PreviewLinks previews;
    private final EditionLines lines;
    private final int blocks;

    EditionsPages(Editions editions, PreviewLinks previews, EditionLines lines, EditionSettings settings) {
        this.editions = editions;
        this.previews = previews;
        this.lines = lines;
        this.blocks = settings.stories();
    }

    @GetMapping("/editions")
    ModelAndView list(@RequestParam(name = "page", defaultValue = "1") String asked, Locale locale) {
        int page = NUMBER.matcher(asked).matches() ? Integer.parseInt(asked) : 0;
        int all = editions.publishedNumbers().size();
        if (page < 1 || (page > 1 && page > pages(all))) {
            throw notFound("There are no editions on page " + asked + ".");
        }
        List<EditionLine> shown = editions.published((page - 1) * A_PAGE, A_PAGE).stream()
                .map(edition -> lines.of(edition, locale))
                .toList();
        return new ModelAndView(
                "site/editions",
                Map.of(
                        "page",
                        new PastEditions(shown, page > 1 ? page - 1 : null, page < pages(all) ? page + 1 : null)));
    }

    private static int pages(int all) {
        return (all + A_PAGE - 1) / A_PAGE;
    }

    @GetMapping("/editions/{number:" + CANONICAL + "}")
    ModelAndView one(@PathVariable int number, Locale locale) {
        Edition edition = editions.findPublished(number)
                .orElseThrow(() -> notFound("There is no edition " + number + ", or not yet."));
        if (edition.withdrawn() != null) {
            return new ModelAndView(
                    "site/withdrawn", Map.of("remark", lines.remark(edition.withdrawn(), locale)), HttpStatus.GONE);
        }
        List<Integer> all = editions.publishedNumbers();
        int index = all.indexOf(number);
        Integer previous = index + 1 < all.size() ? all.get(index + 1) : null;
        Integer next = index > 0 ? all.get(index - 1) : null;
        return new ModelAndView("site/edition", Map.of("edition", web(edition, locale, previous, next)));
    }

    private WebEdition web(Edition edition, Locale locale, @Nullable Integer previous, @Nullable Integer next) {
        List<WebEdition.Remark> corrections = edition.corrections().stream()
                .map(correction -> lines.remark(correction, locale))
                .toList();
        return WebEdition.of(edition, blocks, lines.date(edition, locale), corrections, previous, next);
    }

    /** Where the link in a test leads while the edition is not out. */
    @GetMapping("/editions/{number:" + CANONICAL + "}/preview/{token}")
    ModelAndView preview(@PathVariable int number, @PathVariable String token, Locale locale) {
        Edition edition = editions.find(number)
                .filter(known -> previews.opens(number, token))
                .orElseThrow(() -> notFound("This is no link to a preview of one."));
        return edition.frozenAt() == null
                ? new ModelAndView("site/edition", Map.of("edition", web(edition, locale, null, null), "preview", true))
                : SeeOther.at("/editions/" + number);
    }

    private static Problem notFound(String detail) {
        return new Problem(Problem.Kind.NOT_FOUND, "No such edition", detail + " See /editions.");
    }
}
