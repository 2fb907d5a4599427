package com.newgroktimes.digest.stories;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StorySignatureTest {

    @Test
    void itNamesWhoWroteItAndWhereAsFarAsThatIsTold() {
        assertThat(signature(" DAVID CHEN", "Beijing")).isEqualTo("DAVID CHEN, Beijing");
        assertThat(signature("DAVID CHEN", null)).isEqualTo("DAVID CHEN");
        assertThat(signature("\u00a0", "Beijing")).isEqualTo("Beijing");
        assertThat(signature(null, " ")).isEmpty();
    }

    private static String signature(@Nullable String byline, @Nullable String place) {
        return new Story(
                        "https://news.example.org/a",
                        null,
                        "A headline",
                        null,
                        null,
                        null,
                        null,
                        byline,
                        place,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of())
                .signature();
    }
}
