package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.StoryTexts.Told;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads the stories folder: {@code *.md} and {@code *.txt}, one story a file, pictures beside them. */
@Component
class StoryFolder {

    private static final Pattern STORY = Pattern.compile("[^.].*\\.(?:md|txt)", Pattern.DOTALL);

    private final Publication publication;
    private final StoryTexts texts;
    private final Readings readings;
    private final Pictures pictures;

    StoryFolder(Publication publication, StoryTexts texts, Readings readings, Pictures pictures) {
        this.publication = publication;
        this.texts = texts;
        this.readings = readings;
        this.pictures = pictures;
    }

    /** Whether a file of this name is one. */
    static boolean isStory(String name) {
        return !name.contains("/") && STORY.matcher(name).matches();
    }

    /** Why nothing can be read in it, and what to do; null where all is well. */
    @Nullable
    String fault(Path folder) {
        if (!Files.exists(folder)) {
            return "There is no stories folder %s. Make it, or name another one in digest.stories.folder."
                    .formatted(folder);
        }
        if (!Files.isDirectory(folder)) {
            return "%s is a file. Name a folder in digest.stories.folder.".formatted(folder);
        }
        return Files.isReadable(folder) && Files.isExecutable(folder)
                ? null
                : "The stories folder %s cannot be read by user %s. Give that user the right to, or name another one in digest.stories.folder."
                        .formatted(folder, System.getProperty("user.name"));
    }

    /** By name. */
    List<StoryFile> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isStory(file.getFileName().toString()))
                    .filter(file -> !Files.isDirectory(file))
                    .sorted()
                    .map(file -> new StoryFile(folder, file))
                    .toList();
        }
    }

    /** @throws Problem or {@link UnreadableFile} where there is no story in it */
    Reading read(StoryFile file) {
        Told told = file.isMarkdown() ? texts.markdown(file.text()) : texts.printed(file.text());
        List<Flaw> flaws = new ArrayList<>(told.flaws());
        RawStory story = withPicture(told.story(), file, flaws).or(RawStory.at(url(file), null));
        return readings.checked(story).after(flaws);
    }

    private String url(StoryFile file) {
        return publication.siteUrl() + "/" + UriUtils.encodePathSegment(file.nameWithoutEnding(), UTF_8);
    }

    private RawStory withPicture(RawStory story, StoryFile file, List<Flaw> flaws) {
        return PictureBeside.of(story)
                .map(beside -> withPicture(story, beside, file, flaws))
                .orElse(story);
    }

    /** A picture that cannot be had costs the story only its picture. */
    private RawStory withPicture(RawStory story, PictureBeside beside, StoryFile file, List<Flaw> flaws) {
        try {
            String hash = pictures.keep(file.beside(beside.path(), OriginalPicture.MOST_BYTES));
            return story.withPicture(Picture.path(hash));
        } catch (UnreadableFile none) {
            flaws.add(new Flaw("image.url", none.sentence()));
            return story.withPicture(null);
        }
    }
}
