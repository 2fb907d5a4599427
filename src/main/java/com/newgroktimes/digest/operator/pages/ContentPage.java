package com.newgroktimes.digest.operator.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;

import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;

/** What an edition says, to be changed: which stories, in which order, and what it says of itself. */
@Controller
@RequestMapping("/console/editions/{number}/content")
final class ContentPage {

    private final Editions editions;
    private final ContentSheets sheets;
    private final EditionSheets states;

    ContentPage(Editions editions, ContentSheets sheets, EditionSheets states) {
        this.editions = editions;
        this.sheets = sheets;
        this.states = states;
    }

    /** @param pressed the button that led here */
    @GetMapping
    ModelAndView look(@PathVariable int number, @RequestParam(defaultValue = "") String pressed) {
        return page(number, new ContentForm(new LinkedMultiValueMap<>()), pressed);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable int number, @RequestParam MultiValueMap<String, String> typed, Principal operator) {
        ContentForm form = new ContentForm(typed);
        try {
            Edition edition = editions.get(number);
            editions.change(number, form.contentHash(), form.change(edition), operator.getName());
            return SeeOther.at("/console/editions/%d/content?pressed=%s"
                    .formatted(number, URLEncoder.encode(form.pressed(), StandardCharsets.UTF_8)));
        } catch (Problem problem) {
            return EditionLook.refused(page(number, form, ""), problem);
        }
    }

    /**
     * Takes what one story says now.
     *
     * @param seen when it became what the page showed
     */
    @PostMapping("/take")
    ModelAndView take(
            @PathVariable int number, @RequestParam String url, @RequestParam Instant seen, Principal operator) {
        try {
            editions.take(number, url, seen, operator.getName());
            return SeeOther.at("/console/editions/%d/content".formatted(number));
        } catch (Problem problem) {
            return EditionLook.refused(look(number, ""), problem);
        }
    }

    private ModelAndView page(int number, ContentForm form, String focus) {
        return new ModelAndView("console/content")
                .addObject("sheet", states.sheet(number))
                .addObject("content", sheets.of(number, form, focus));
    }
}
