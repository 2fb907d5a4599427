package com.newgroktimes.digest.editions.checks;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.CheckSettings;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.Misspelling;
import com.newgroktimes.digest.stories.Story;

/** Nothing that the mail says has a word in it that the newsroom wants looked at. */
@Component
final class Spelling implements Rule {

    private final List<Misspelling> list;

    Spelling(CheckSettings settings) {
        this.list = settings.spelling();
    }

    @Override
    public String id() {
        return "spelling";
    }

    @Override
    public List<Finding> look(Proof proof) {
        var findings = new ArrayList<Finding>();
        Edition edition = proof.edition();
        look("subject", "", edition.subject(), findings);
        look("preheader", "", edition.preheader(), findings);
        look("note", "", edition.note(), findings);
        edition.stories().forEach(story -> look(story.content(), findings));
        return findings;
    }

    private void look(Story story, List<Finding> findings) {
        look("headline", story.headline(), story.headline(), findings);
        look("tldr", story.headline(), story.tldr(), findings);
        look("msm", story.headline(), story.msmPerspective(), findings);
        look("x", story.headline(), story.xPerspective(), findings);
    }

    /** @param headline of the story that has this part */
    private void look(String part, String headline, @Nullable String text, List<Finding> findings) {
        if (text != null) {
            list.forEach(word -> word.in(text)
                    .map(found -> Finding.look(
                            part, headline, found, word.right().isEmpty() ? "unknown" : "known", word.right()))
                    .ifPresent(findings::add));
        }
    }
}
