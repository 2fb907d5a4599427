package com.newgroktimes.digest.operator.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.rendering.SafeHtml;
import com.newgroktimes.digest.stories.Reading;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.Resemblances;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** One story, every field of it: what its source says, and what is changed by hand. */
@Controller
@RequestMapping("/console/stories/{id:\\d{1,18}}")
final class StoryPage {

    private static final int MOST_TRIES = 3;

    private final Stories stories;
    private final Readings readings;
    private final Editions editions;
    private final StorySheets sheets;
    private final StoryForms forms;
    private final Resemblances resemblances;

    StoryPage(
            Stories stories,
            Readings readings,
            Editions editions,
            StorySheets sheets,
            StoryForms forms,
            Resemblances resemblances) {
        this.stories = stories;
        this.readings = readings;
        this.editions = editions;
        this.sheets = sheets;
        this.forms = forms;
        this.resemblances = resemblances;
    }

    /**
     * @param done what was done just now
     * @param kept the fields that changed meanwhile, apart by commas
     * @param out  what was taken out of the body, apart by blanks
     */
    @GetMapping
    ModelAndView look(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String out) {
        return page(sheets.of(sheets.story(id)))
                .addObject("done", done)
                .addObject(
                        "kept",
                        StoryForm.FIELDS.stream()
                                .filter(field -> List.of(kept.split(",")).contains(field))
                                .toList())
                .addObject("out", out);
    }

    /** Each button sends all that is typed, so that nothing is lost by pressing another one first. */
    @PostMapping
    ModelAndView change(@PathVariable long id, @RequestParam MultiValueMap<String, String> typed) {
        PressedButton pressed = PressedButton.of(Objects.requireNonNullElse(typed.getFirst("press"), "save"));
        String seen = Objects.requireNonNullElse(typed.getFirst("seen"), "");
        StoryForm form = forms.typed(typed);
        StorySheet sheet = sheets.of(sheets.story(id));
        if (pressed.changesRows()) {
            StoryForm changed = pressed.rows(form);
            return page(sheet.typed(changed, seen).focused(pressed.focus(changed)));
        }
        if (pressed.act().equals("take") && sheet.told() != null) {
            form = form.with(pressed.field(), sheet.told());
        } else if (pressed.act().equals("now")) {
            form = form.with(pressed.field(), sheet.now());
        } else if (pressed.act().equals("picture-back")) {
            form = withPictureLeftOut(sheets.story(id), form);
        }
        return save(id, form, seen);
    }

    private StoryForm withPictureLeftOut(StoredStory story, StoryForm form) {
        return stories.pictureLeftOut(story)
                .map(image -> form.with("image.url", Objects.requireNonNullElse(image.url(), ""))
                        .with("image.alt", Objects.requireNonNullElse(image.alt(), "")))
                .orElse(form);
    }

    private ModelAndView save(long id, StoryForm typed, String seen) {
        for (int i = 0; i < MOST_TRIES; i++) {
            StoredStory story = sheets.story(id);
            StorySheet sheet = sheets.of(story);
            Reading reading = readings.checked(forms.told(typed, story.story()));
            if (!reading.flaws().isEmpty()) {
                return refused(sheet.typed(typed, seen).flawed(reading.flaws()), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            StoryMerge merge = StoryMerge.of(seen, forms.of(reading.whatIsThere()), sheet.now());
            if (!merge.clashes().isEmpty()) {
                return refused(
                        sheet.typed(merge.form(), sheet.seen()).clashing(merge.clashes()),
                        HttpStatus.PRECONDITION_FAILED);
            }
            Reading merged = readings.checked(forms.told(merge.form(), story.story()));
            if (stories.edit(story, merged.flawless())) {
                editions.completePictures();
                return saved(id, merge, typed);
            }
        }
        throw new Problem(
                Problem.Kind.CONFLICT,
                "It changes all the time",
                "Story %d is being changed. Save it again.".formatted(id));
    }

    private static ModelAndView saved(long id, StoryMerge merge, StoryForm typed) {
        return SeeOther.at("/console/stories/%d?done=saved&kept=%s&out=%s"
                .formatted(id, String.join(",", merge.kept()), written(SafeHtml.losses(typed.line("bodyHtml")))));
    }

    static String written(Collection<String> losses) {
        return URLEncoder.encode(String.join(" ", losses.stream().limit(12).toList()), StandardCharsets.UTF_8);
    }

    /**
     * @param proposed the TL;DR that was looked at
     * @param tldr     the words that are accepted, changed or not
     * @param back     whether they were accepted in the list
     */
    @PostMapping("/accept")
    ModelAndView accept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String proposed,
            @RequestParam(defaultValue = "") String tldr,
            @RequestParam(defaultValue = "false") boolean back) {
        StoredStory story = sheets.story(id);
        try {
            if (stories.accept(story, lines(proposed), tldr)) {
                editions.completePictures();
                return SeeOther.at(
                        back ? "/console/stories?accepted=1#needs" : "/console/stories/" + id + "?done=accepted");
            }
        } catch (Problem problem) {
            return EditionLook.refused(withWords(story, tldr), problem);
        }
        return EditionLook.refused(
                withWords(story, tldr),
                new Problem(
                        Problem.Kind.CONFLICT,
                        "Something else is proposed by now",
                        "Your words are in the field of the TL;DR below, and not kept yet. Look, and save."));
    }

    /** A form sends its lines apart by CR LF. */
    private static String lines(String typed) {
        return typed.replace("\r\n", "\n");
    }

    private ModelAndView withWords(StoredStory story, String tldr) {
        StorySheet sheet = sheets.of(story);
        return page(sheet.typed(sheet.form().with("tldr", tldr), sheet.seen()));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable long id) {
        stories.withdraw(sheets.story(id));
        return SeeOther.at("/console/stories/" + id);
    }

    @PostMapping("/bring-back")
    ModelAndView bringBack(@PathVariable long id) {
        stories.bringBack(sheets.story(id));
        editions.completePictures();
        return SeeOther.at("/console/stories/" + id);
    }

    @PostMapping("/tell-apart")
    ModelAndView tellApart(@PathVariable long id, @RequestParam long other, Principal operator) {
        resemblances.tellApart(sheets.story(id), sheets.story(other), operator.getName());
        return SeeOther.at("/console/stories/" + id);
    }

    private ModelAndView page(StorySheet sheet) {
        ModelAndView page = new ModelAndView("console/story").addObject("sheet", sheet);
        Optional.ofNullable(sheet.story())
                .flatMap(stories::pictureLeftOut)
                .ifPresent(image -> page.addObject("leftOut", image));
        return page.addObject(
                "alike", resemblances.of(Stream.ofNullable(sheet.story()).toList()));
    }

    private ModelAndView refused(StorySheet sheet, HttpStatus status) {
        ModelAndView page = page(sheet);
        page.setStatus(status);
        return page;
    }
}
