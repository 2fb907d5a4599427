package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Archive;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PreviewLinks;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** Past editions, each as a web page, from the moment it was frozen. */
@Controller
class EditionsPages {

    private static final int A_PAGE = 20;

    /** One address for one page: 01 is none. */
    static final String CANONICAL = "[1-9]\\d{0,8}";

    private final Archive archive;
    private final Editions editions;
    private final PreviewLinks previews;
    private final EditionLines lines;
    private final WebEditions web;

    EditionsPages(Archive archive, Editions editions, PreviewLinks previews, EditionLines lines, WebEditions web) {
        this.archive = archive;
        this.editions = editions;
        this.previews = previews;
        this.lines = lines;
        this.web = web;
    }

    @GetMapping("/editions")
    ModelAndView list(@RequestParam(name = "page", defaultValue = "1") String asked, Locale locale) {
        PageNumber page = PageNumber.of(asked, archive.publishedNumbers().size(), A_PAGE)
                .orElseThrow(() -> notFound("There are no editions on page " + asked + "."));
        List<EditionLine> shown = archive.publishedHeadlines(page.skipped(), A_PAGE).stream()
                .map(edition -> lines.of(edition, locale))
                .toList();
        boolean withdrawn = shown.isEmpty() && !archive.sentNumbers().isEmpty();
        return new ModelAndView("site/editions")
                .addObject("page", new PastEditions(shown, page.number(), page.before(), page.after()))
                .addObject("withdrawn", withdrawn);
    }

    @GetMapping("/editions/{number:" + CANONICAL + "}")
    ModelAndView one(@PathVariable int number, Locale locale) {
        Edition edition = archive.findPublished(number)
                .orElseThrow(() -> notFound("There is no edition " + number + ", or not yet."));
        if (edition.withdrawn() != null) {
            return new ModelAndView(
                    "site/withdrawn", Map.of("remark", lines.remark(edition.withdrawn(), locale)), HttpStatus.GONE);
        }
        return page(edition, locale, Neighbours.of(number, archive.publishedNumbers()))
                .addObject("card", LinkCard.of(edition));
    }

    private ModelAndView page(Edition edition, Locale locale, Neighbours beside) {
        return new ModelAndView("site/edition", Map.of("edition", web.of(edition, locale), "beside", beside));
    }

    /** Where the link in a test leads while the edition is not out. */
    @GetMapping("/editions/{number:" + CANONICAL + "}/preview/{token}")
    ModelAndView preview(@PathVariable int number, @PathVariable String token, Locale locale) {
        Edition edition = editions.find(number)
                .filter(known -> previews.opens(number, token))
                .orElseThrow(() -> notFound("This is no link to a preview of one."));
        return edition.frozenAt() == null
                ? page(edition, locale, Neighbours.NONE).addObject("preview", true)
                : SeeOther.at("/editions/" + number);
    }

    static Problem notFound(String detail) {
        return new Problem(Problem.Kind.NOT_FOUND, "No such edition", detail + " See /editions.");
    }
}
