package com.newgroktimes.digest.operator.pages;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.stories.SourceHealth;
import com.newgroktimes.digest.stories.Sources;

/** What can be done with one feed of the table beside the stories. */
@Controller
@RequestMapping("/console/feeds")
final class FeedsPage {

    private final Sources sources;
    private final Editions editions;

    FeedsPage(Sources sources, Editions editions) {
        this.sources = sources;
        this.editions = editions;
    }

    static List<SourceHealth> worstFirst(List<SourceHealth> sources) {
        return sources.stream()
                .filter(source -> !source.isFolder())
                .sorted(Comparator.comparing(
                                (SourceHealth feed) -> feed.trouble().isEmpty())
                        .thenComparing(feed -> feed.hint() == null))
                .toList();
    }

    @PostMapping("/ask")
    ModelAndView ask(@RequestParam String feed) {
        sources.ask(feed);
        editions.completePictures();
        return SeeOther.at("/console/stories?feed=asked#feeds");
    }

    @PostMapping("/bring-back")
    ModelAndView bringBack(@RequestParam String feed) {
        sources.bringBack(feed);
        return SeeOther.at("/console/stories?feed=back#feeds");
    }
}
