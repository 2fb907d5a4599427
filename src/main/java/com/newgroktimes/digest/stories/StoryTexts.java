package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.markdown.BrokenFrontMatter;
import com.newgroktimes.digest.stories.markdown.FrontMatter;
import com.newgroktimes.digest.stories.markdown.MarkdownText;
import com.newgroktimes.digest.stories.printed.Masthead;
import com.newgroktimes.digest.stories.printed.OtherMasthead;
import com.newgroktimes.digest.stories.printed.PrintedArticle;

/** Takes apart the kinds of text that stories come in. What front matter says goes before what the text says. */
@Component
class StoryTexts {

    private static final String FIELD = "front matter";
    private static final String MASTHEAD = "masthead";

    private final Masthead masthead;
    private final JsonMapper json;

    StoryTexts(Publication publication, JsonMapper json) {
        this.masthead = new Masthead(publication.name(), publication.tagline(), publication.sections());
        this.json = json;
    }

    /** @param flaws of the document; its fields are not looked at yet */
    record Told(RawStory story, List<Flaw> flaws) {}

    /** @throws Problem where the front matter cannot be read */
    Told markdown(String document) {
        FrontMatter parts = parts(document);
        MarkdownText text = MarkdownText.of(parts.text());
        Told told = fields(parts);
        return new Told(told.story().or(RawStory.text(text.headline(), text.html())), told.flaws());
    }

    /** @throws Problem where the front matter cannot be read, or the article is another publication's */
    Told printed(String document) {
        FrontMatter parts = parts(document);
        PrintedArticle article = article(parts.text());
        Told told = fields(parts);
        List<Flaw> flaws = new ArrayList<>(told.flaws());
        article.unread().forEach(unread -> flaws.add(new Flaw(unread.part(), unread.what())));
        return new Told(told.story().or(PrintedStory.of(article)), flaws);
    }

    private PrintedArticle article(String text) {
        try {
            return PrintedArticle.read(text, masthead);
        } catch (OtherMasthead other) {
            throw Flaw.refusal(List.of(new Flaw(MASTHEAD, other.sentence())));
        }
    }

    private static FrontMatter parts(String document) {
        try {
            return FrontMatter.in(document);
        } catch (BrokenFrontMatter broken) {
            throw Flaw.refusal(List.of(new Flaw(FIELD, broken.sentence())));
        }
    }

    private Told fields(FrontMatter parts) {
        JsonNode told = json.valueToTree(parts.fields());
        try {
            RawStory story = json.readerFor(RawStory.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(told);
            return new Told(story, strangers(told));
        } catch (JacksonException e) {
            throw Flaw.refusal(List.of(Misshapen.flaw(e)));
        }
    }

    /** What other tools keep in front matter harms nothing, but a slip in a name should be seen. */
    private static List<Flaw> strangers(JsonNode told) {
        return told.propertyNames().stream()
                .filter(name -> !RawStory.FIELDS.contains(name))
                .map(name -> new Flaw(name, "No story has a field of that name; it was left out."))
                .toList();
    }
}
