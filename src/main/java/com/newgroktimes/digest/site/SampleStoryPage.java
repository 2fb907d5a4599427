package com.newgroktimes.digest.site;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** The demonstration's publication has no site, which the links in its mails could lead to: each of its stories is a page here. */
@Controller
@Profile("demo")
class SampleStoryPage {

    private final Stories stories;
    private final Publication publication;

    SampleStoryPage(Stories stories, Publication publication) {
        this.stories = stories;
        this.publication = publication;
    }

    @GetMapping("/{name:[\\w-]+}")
    ModelAndView one(@PathVariable String name) {
        StoredStory story = stories.find(publication.at("/" + name).toString())
                .filter(found -> found.withdrawnAt() == null)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "No such story", "There is no sample story %s.".formatted(name)));
        return new ModelAndView("site/story", "entry", WebEdition.Entry.of(story.story(), story.picture()));
    }
}
