package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.stories.Stories.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The stories folder is read by itself, when it has changed and is still. */
class WatchedFolderTest {

    private static final String WHOLE = "---\nheadline: Moths are counted\ntldr: In short.\n---\nAll of it.\n";

    @TempDir
    private Path folder;

    private StoryShop shop;

    @BeforeEach
    void open() {
        shop = new StoryShop(folder);
    }

    @Test
    void whatWasPutThereIsReadOnceItIsStill() throws IOException {
        write(WHOLE);

        shop.sources.collectDue();
        assertThat(stories()).isZero();
        shop.sources.collectDue();
        assertThat(stories()).isOne();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
        write(WHOLE.substring(0, 20));
        shop.sources.collectDue();
        write(WHOLE.substring(0, 40));
        shop.sources.collectDue();
        write(WHOLE);
        shop.sources.collectDue();
        assertThat(shop.sources.health().get(0).askedAt()).isNull();

        shop.sources.collectDue();

        assertThat(stories()).isOne();
        assertThat(shop.sources.health().get(0).collected()).isEqualTo(new Collected(1, 0, 0, List.of()));
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() throws IOException {
        write(WHOLE);
        shop.sources.collectDue();
        shop.sources.collectDue();
        var read = shop.sources.health().get(0).askedAt();

        shop.clock.advance(Duration.ofMinutes(1));
        shop.sources.collectDue();
        assertThat(shop.sources.health().get(0).askedAt()).isEqualTo(read);

        Files.writeString(folder.resolve("tides.md"), WHOLE);
        shop.sources.collectDue();
        shop.sources.collectDue();
        assertThat(stories()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadToItsEndIsReadAgain() throws IOException {
        write(WHOLE);
        Files.writeString(folder.resolve("tides.md"), WHOLE);
        shop.sources.collectDue();
        shop.diesAfter(1);
        assertThatThrownBy(shop.sources::collectDue).isInstanceOf(AssertionError.class);
        assertThat(stories()).isOne();
        shop.livesOn();

        shop.sources.collectDue();

        assertThat(stories()).isEqualTo(2);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("moths.md"), text);
    }

    private int stories() {
        return shop.database
                .sql("select count(*) from story")
                .query(Integer.class)
                .single();
    }
}
