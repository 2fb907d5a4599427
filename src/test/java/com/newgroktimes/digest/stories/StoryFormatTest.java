package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.stories.Stories.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/stories.md tells: each file that it shows is read as it says. */
class StoryFormatTest {

    private static final Pattern FILE = Pattern.compile("(?ms)^`([\\w-]+\\.(?:md|txt))`\\n\\n```\\w+\\n(.*?)^```$");
    private static final String SITE = "https://newgroktimes.example/";

    @TempDir
    private Path folder;

    private String page;
    private Map<String, String> examples;
    private StoryShop shop;

    @BeforeEach
    void fillTheFolder() throws IOException {
        page = Files.readString(Path.of("docs/stories.md"));
        examples = new TreeMap<>();
        for (Matcher file = FILE.matcher(page); file.find(); ) {
            examples.put(file.group(1), file.group(2));
        }
        Files.createDirectory(folder.resolve("pictures"));
        Files.write(folder.resolve("pictures/harbour.jpg"), TestPictures.jpeg(1200, 675));
        for (Map.Entry<String, String> example : examples.entrySet()) {
            Files.writeString(folder.resolve(example.getKey()), example.getValue());
        }
        shop = new StoryShop(folder);
    }

    @Test
    void everyExampleIsAStoryWithoutAProblem() {
        assertThat(examples).containsOnlyKeys("harbour-language.md", "moth-night.md", "night-trains.txt");
        assertThat(shop.stories.collect()).isEqualTo(new Collected(3, 0, 0, List.of()));
    }

    @Test
    void frontMatterGivesEveryField() {
        Story story = collected("2026/harbour-language").story();

        assertThat(story).hasNoNullFieldsOrProperties();
        assertThat(story.headline()).isEqualTo("The harbour speaks: one language, forty crews");
        assertThat(story.publishedAt()).isEqualTo("2026-11-24T09:30:00Z");
        assertThat(story.picture()).isNotNull();
        assertThat(story.newsSources()).extracting(Story.NewsSource::n).containsExactly(1);
        assertThat(story.xPosts()).extracting(Story.XPost::n).containsExactly(2);
    }

    @Test
    void theSmallestStoryIsKnownByItsFileAndWaitsForItsTldr() {
        StoredStory stored = collected("moth-night");

        assertThat(stored.story().headline()).isEqualTo("The night of the moths");
        assertThat(stored.story().bodyHtml()).doesNotContain("<h1>").contains("Ten thousand people counted.");
        assertThat(stored.story().tldr()).isNull();
        assertThat(stored.tldrProposed()).startsWith("Ten thousand people counted.");
    }

    @Test
    void aPrintedArticleIsReadPartByPart() {
        Story story = collected("night-trains").story();

        assertThat(story.section()).isEqualTo("Travel");
        assertThat(story.headline()).isEqualTo("Night trains return to the coast");
        assertThat(story.image()).extracting(Story.Image::alt).isEqualTo("A sleeping car beside the sea at dawn");
        assertThat(story.tldr()).startsWith("Seven night trains");
        assertThat(story.msmPerspective()).startsWith("Travel pages");
        assertThat(story.xPerspective()).startsWith("X argues");
        assertThat(story.byline()).isEqualTo("OLIVER FENN");
        assertThat(story.place()).isEqualTo("Marrow Hill");
        assertThat(story.newsSources()).hasSize(1);
        assertThat(story.xPosts()).hasSize(1);
    }

    @Test
    void everyKeyIsInTheTable() {
        assertThat(RawStory.FIELDS)
                .allSatisfy(field -> assertThat(page).containsPattern("(?m)^\\| (`\\w+`, )?`" + field + "`[,` ]"));
    }

    private StoredStory collected(String path) {
        shop.stories.collect();
        return shop.stories.find(SITE + path).orElseThrow();
    }
}
