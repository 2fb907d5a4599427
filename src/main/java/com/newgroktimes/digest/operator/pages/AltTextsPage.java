package com.newgroktimes.digest.operator.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.stories.ManyChanges;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;

/** All pictures of an edition that have no text for whoever does not see them: to write one for each, or to do without them. */
@Controller
@RequestMapping("/console/editions/{number}/alt-texts")
final class AltTextsPage {

    private final Editions editions;
    private final Stories stories;
    private final Readings readings;
    private final StoryForms forms;
    private final EditionSheets sheets;

    AltTextsPage(Editions editions, Stories stories, Readings readings, StoryForms forms, EditionSheets sheets) {
        this.editions = editions;
        this.stories = stories;
        this.readings = readings;
        this.forms = forms;
        this.sheets = sheets;
    }

    /** A picture without a text. Templates read it. */
    public record Untold(StoredStory story, String typed) {}

    /** @param saved how many were saved just now; below 0 where nothing was pressed */
    @GetMapping
    ModelAndView look(@PathVariable int number, @RequestParam(defaultValue = "-1") int saved) {
        return page(number, new LinkedMultiValueMap<>()).addObject("saved", saved);
    }

    /** Either button sends all that is typed. Pictures are left out that stood on the page without a text, and no others. */
    @PostMapping
    ModelAndView write(@PathVariable int number, @RequestParam MultiValueMap<String, String> typed) {
        boolean drop = "drop".equals(typed.getFirst("press"));
        int saved = 0;
        try (ManyChanges changes = stories.manyChanges()) {
            for (StoredStory story : untold(editions.get(number))) {
                Optional<String> alt = alt(typed, story).filter(text -> drop || !text.isBlank());
                alt.ifPresent(text -> write(story, text, changes));
                saved += alt.isPresent() ? 1 : 0;
            }
        } catch (Problem problem) {
            return EditionLook.refused(page(number, typed), problem).addObject("saved", -1);
        }
        editions.completePictures();
        boolean done = untold(editions.get(number)).isEmpty();
        return SeeOther.at("/console/editions/%d%s".formatted(number, done ? "#checks" : "/alt-texts?saved=" + saved));
    }

    private void write(StoredStory story, String alt, ManyChanges changes) {
        StoryForm form = forms.of(story.story());
        StoryForm changed = alt.isBlank() ? form.with("image", StoryForm.empty()) : form.with("image.alt", alt);
        Story told = readings.checked(forms.told(changed, story.story())).flawless();
        if (!changes.edit(story, told)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "The story has changed",
                    "“%s” was changed a moment ago. Look again; what was saved before it stays saved."
                            .formatted(story.story().headline()));
        }
    }

    private ModelAndView page(int number, MultiValueMap<String, String> typed) {
        return new ModelAndView("console/alt-texts")
                .addObject("sheet", sheets.sheet(number))
                .addObject(
                        "pictures",
                        untold(editions.get(number)).stream()
                                .map(story ->
                                        new Untold(story, alt(typed, story).orElse("")))
                                .toList());
    }

    /** Those that the check counts, in the order of the edition. */
    private List<StoredStory> untold(Edition edition) {
        if (!edition.state().open()) {
            return List.of();
        }
        List<Check> missing = editions.checks(edition.number()).stream()
                .filter(check -> check.rule().equals("alt-text") && check.level() == Check.Level.STOPS)
                .toList();
        List<Long> ids = edition.stories().stream()
                .filter(story -> missing.stream().anyMatch(check -> CheckBundle.concerns(check, story)))
                .map(EditionStory::story)
                .toList();
        return stories.byId(ids).stream()
                .filter(story -> lacksText(story.story().image()))
                .sorted(Comparator.comparing(story -> ids.indexOf(story.id())))
                .toList();
    }

    private static boolean lacksText(Story.@Nullable Image image) {
        return image != null
                && image.url() != null
                && (image.alt() == null || image.alt().isBlank());
    }

    private static Optional<String> alt(MultiValueMap<String, String> typed, StoredStory story) {
        return Optional.ofNullable(typed.getFirst("alt-" + story.id()));
    }
}
