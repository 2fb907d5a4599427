package com.newgroktimes.digest.operator.pages;

import java.util.Objects;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.rendering.SafeHtml;
import com.newgroktimes.digest.stories.Articles;
import com.newgroktimes.digest.stories.Reading;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** A story that somebody adds: written into the form, or read from the page of an article and looked at there. */
@Controller
@RequestMapping("/console/stories/new")
final class NewStoryPage {

    private final Stories stories;
    private final Readings readings;
    private final Articles articles;
    private final Editions editions;
    private final StorySheets sheets;
    private final StoryForms forms;

    NewStoryPage(
            Stories stories,
            Readings readings,
            Articles articles,
            Editions editions,
            StorySheets sheets,
            StoryForms forms) {
        this.stories = stories;
        this.readings = readings;
        this.articles = articles;
        this.editions = editions;
        this.sheets = sheets;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView look() {
        return page(sheets.of(StoryForm.empty()));
    }

    /** Keeps nothing: it fills the form in. */
    @PostMapping("/read")
    ModelAndView read(@RequestParam(defaultValue = "") String address) {
        try {
            Optional<StoredStory> there = stories.find(address.strip());
            if (there.isPresent()) {
                return page(sheets.of(StoryForm.empty()))
                        .addObject("known", there.get())
                        .addObject("address", address);
            }
            Reading reading = articles.at(address);
            ModelAndView page = page(sheets.of(forms.of(reading.story())).flawed(reading.flaws()))
                    .addObject("read", true)
                    .addObject("address", address);
            Optional.ofNullable(reading.story().url())
                    .flatMap(stories::find)
                    .ifPresent(known -> page.addObject("known", known));
            return page;
        } catch (Problem problem) {
            return EditionLook.refused(page(sheets.of(StoryForm.empty().with("url", address))), problem)
                    .addObject("address", address);
        }
    }

    @PostMapping
    ModelAndView keep(@RequestParam MultiValueMap<String, String> typed) {
        PressedButton pressed = PressedButton.of(Objects.requireNonNullElse(typed.getFirst("press"), "save"));
        StoryForm form = forms.typed(typed);
        if (pressed.changesRows()) {
            StoryForm changed = pressed.rows(form);
            return page(sheets.of(changed).focused(pressed.focus(changed)));
        }
        Reading reading = readings.checked(forms.told(form));
        if (!reading.flaws().isEmpty()) {
            ModelAndView page = page(sheets.of(form).flawed(reading.flaws()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Optional<StoredStory> there = stories.find(reading.whatIsThere().url());
        if (there.isPresent()) {
            ModelAndView page = page(sheets.of(form)).addObject("there", there.get());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        StoredStory kept =
                stories.put(reading.whatIsThere(), StoredStory.BY_HAND).story();
        editions.completePictures();
        return SeeOther.at("/console/stories/%d?done=added&out=%s"
                .formatted(kept.id(), StoryPage.written(SafeHtml.losses(form.line("bodyHtml")))));
    }

    private static ModelAndView page(StorySheet sheet) {
        return new ModelAndView("console/story").addObject("sheet", sheet);
    }
}
