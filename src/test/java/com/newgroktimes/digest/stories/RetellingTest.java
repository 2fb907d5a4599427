package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.stories.Story.Image;
import com.newgroktimes.digest.stories.Story.NewsSource;
import com.newgroktimes.digest.stories.Story.XPost;

import static org.assertj.core.api.Assertions.assertThat;

class RetellingTest {

    private static final String URL = "https://news.example/chips";
    private static final Image HALL = new Image("https://news.example/hall.jpg", "A hall");
    private static final Image ROOF = new Image("https://news.example/roof.jpg", "A roof");

    @Test
    void whatNobodyEditedFollowsTheSourceInEveryField() {
        assertThat(retold(full("A"), full("A"), full("B"))).isEqualTo(full("B"));
        assertThat(retold(full("A"), full("A"), bare("B"))).isEqualTo(bare("B"));
    }

    @Test
    void whatWasEditedStaysInEveryField() {
        assertThat(retold(full("hand"), full("A"), full("B"))).isEqualTo(full("hand"));
        assertThat(retold(bare("hand"), full("A"), full("B"))).isEqualTo(bare("hand"));
    }

    @Test
    void anEditInOneFieldHoldsNoOtherBack() {
        Story merged = retold(full("A").headed("By hand"), full("A"), full("B"));

        assertThat(merged).isEqualTo(full("B").headed("By hand"));
    }

    @Test
    void anEditEndsOnceTheSourceSaysTheSame() {
        Story edited = full("A").headed("By hand");
        Story same = retold(edited, full("A"), edited);

        assertThat(retold(same, edited, full("B"))).isEqualTo(full("B"));
    }

    @Test
    void whereNoSourceToldItBeforeOneFillsOnlyWhatIsEmpty() {
        assertThat(retold(full("hand"), null, full("B"))).isEqualTo(full("hand"));
        assertThat(retold(bare("hand"), null, full("B"))).isEqualTo(full("B").headed("hand"));
    }

    @Test
    void aDescriptionThatWasWrittenByHandStaysAsLongAsThePictureDoes() {
        Image described = new Image(HALL.url(), "Grey cabinets");

        assertThat(retold(showing(described), showing(HALL), showing(new Image(HALL.url(), "The hall")))
                        .image())
                .isEqualTo(described);
        assertThat(retold(showing(described), showing(HALL), showing(ROOF)).image())
                .isEqualTo(ROOF);
        assertThat(retold(showing(described), showing(HALL), showing(null)).image())
                .isNull();
    }

    @Test
    void aPictureThatWasChosenByHandKeepsItsDescription() {
        Image undescribed = new Image(ROOF.url(), null);

        assertThat(retold(showing(undescribed), showing(HALL), showing(new Image(HALL.url(), "The hall")))
                        .image())
                .isEqualTo(undescribed);
    }

    @Test
    void aDescriptionThatCameBeforeThePictureIsKeptForIt() {
        assertThat(retold(showing(new Image(null, "By hand")), null, showing(HALL))
                        .image())
                .isEqualTo(new Image(HALL.url(), "By hand"));
    }

    @Test
    void theOneListFollowsItsSourceWhileTheOtherIsKept() {
        Story edited = numbered(List.of(1), List.of(2), "by hand");

        assertThat(retold(edited, numbered(List.of(1), List.of(2), "A"), numbered(List.of(3), List.of(2), "B")))
                .extracting(Story::newsSources, Story::xPosts)
                .containsExactly(sources(3), posts("by hand", 2));
    }

    @Test
    void noNumberIsGivenTwice() {
        Story edited = numbered(List.of(1), List.of(2), "by hand");

        assertThat(retold(edited, numbered(List.of(1), List.of(2), "A"), numbered(List.of(1, 2), List.of(3), "A")))
                .extracting(Story::newsSources, Story::xPosts)
                .containsExactly(sources(1), posts("by hand", 2));
    }

    private static Story retold(Story kept, @Nullable Story before, Story now) {
        return new Retelling(kept, before, now).merged();
    }

    /** Each field says whose it is. */
    private static Story full(String whose) {
        return new Story(
                URL,
                whose + " section",
                whose,
                whose + " TL;DR",
                whose + " MSM",
                whose + " X",
                "<p>" + whose + "</p>",
                whose + " byline",
                whose + " place",
                whose.equals("A") ? "en" : "de",
                Instant.EPOCH.plusSeconds(whose.hashCode()),
                new Image("https://news.example/" + whose + ".jpg", whose + " alt"),
                List.of(new NewsSource(1, "https://wire.example/" + whose, whose)),
                List.of(new XPost(2, "https://x.example/" + whose, whose)));
    }

    private static Story bare(String headline) {
        return new Story(
                URL, null, headline, null, null, null, null, null, null, null, null, null, List.of(), List.of());
    }

    private static Story showing(@Nullable Image image) {
        return new Story(URL, null, "A", null, null, null, null, null, null, null, null, image, List.of(), List.of());
    }

    private static Story numbered(List<Integer> sources, List<Integer> posts, String text) {
        return new Story(
                URL,
                null,
                "A",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                sources(sources.toArray(Integer[]::new)),
                posts(text, posts.toArray(Integer[]::new)));
    }

    private static List<NewsSource> sources(Integer... numbers) {
        return List.of(numbers).stream()
                .map(n -> new NewsSource(n, "https://wire.example/", null))
                .toList();
    }

    private static List<XPost> posts(String text, Integer... numbers) {
        return List.of(numbers).stream()
                .map(n -> new XPost(n, "https://x.example/", text))
                .toList();
    }
}
