package com.newgroktimes.digest.operator.pages;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** Puts together what the page of a story shows. */
@Component
final class StorySheets {

    private final Stories stories;
    private final Editions editions;
    private final StoryForms forms;
    private final Publication publication;

    StorySheets(Stories stories, Editions editions, StoryForms forms, Publication publication) {
        this.stories = stories;
        this.editions = editions;
        this.forms = forms;
        this.publication = publication;
    }

    /** @throws Problem where there is none of this number */
    StoredStory story(long id) {
        return stories.find(id)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "No such story",
                        "There is no story with the number %d. Look for it in the list of stories.".formatted(id)));
    }

    StorySheet of(StoredStory story) {
        StoryForm now = forms.of(story.story());
        StoryForm told = stories.told(story).map(forms::of).orElse(null);
        return new StorySheet(
                story, editions.placement(story), now, now, told, now.marks(), List.of(), List.of(), sections(), "");
    }

    /** Of one that is not kept yet. */
    StorySheet of(StoryForm form) {
        return new StorySheet(null, null, form, StoryForm.empty(), null, "", List.of(), List.of(), sections(), "");
    }

    /** Those of the settings, and those that stories of these days have. */
    private List<String> sections() {
        List<String> recent = stories.sections(
                editions.window(Editions.LAST_WEEK).opens(),
                editions.window(Editions.CURRENT_WEEK).closes());
        return Stream.concat(publication.sections().stream(), recent.stream())
                .distinct()
                .toList();
    }
}
