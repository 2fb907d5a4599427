package com.newgroktimes.digest.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.stories.Story;

/** Stories of our own invention for tests that collect none. */
public final class SampleStories {

    private static final String PICTURE = "0123456789abcdef".repeat(4);

    private static final List<Story> STORIES = List.of(
            new StoryBuilder("Technology", "A home-grown chip cluster comes online in the hills")
                    .tldr("A cluster of ten thousand home-made chips went live in a former mine. It is slower than the "
                            + "best abroad, and it is the first that nobody could switch off from outside.")
                    .msm(
                            "The financial papers ask what the cluster costs by the hour, and find it dearer than renting. "
                                    + "Two of them quote officials who call it insurance rather than business, and note that "
                                    + "no outsider has measured it.")
                    .x(
                            "Engineers take the published photographs apart, count racks, and argue about cooling. The thread "
                                    + "most passed on compares the cluster with a village well: worse water, your own bucket.")
                    .body(
                            "<p>The switch was thrown on Monday at six, before the shift in the old mine would have begun "
                                    + "[1]. For four minutes nothing happened, and then the fans came up, row by row.</p>"
                                    + "<p>The chips were drawn and made within <em>two hundred kilometres</em> of the hall. Their "
                                    + "makers say that a third of each batch still fails its first test, and that this was two "
                                    + "thirds in spring [2].</p>"
                                    + "<p>Whether anyone will pay for the hours is another question. A weather service has signed "
                                    + "up for nights, when the mine is cold and the power is cheap [3].</p>"
                                    + "<p>A fourth paragraph is for the web page alone.</p>")
                    .by("DANA CHEN", "Upper Marrow")
                    .news("https://harbourwire.example/chips/online", "Harbour Wire")
                    .news("https://www.ledgerpost.example/markets/cluster", null)
                    .news("https://ledgerpost.example/markets/cluster-costs", null)
                    .posts("gridwatcher", "rackcounter")
                    .build(),
            new StoryBuilder("World", "The queue at the docks has a queue of its own")
                    .tldr("Sixty ships wait for a crane, and the crews now keep their own list of who is next.")
                    .msm("Shipping pages blame a software change, and print the harbour's figure of four days.")
                    .x("Sailors post the hand-written list, which says nine days, and has a waiting list itself.")
                    .by("OLIVER FENN", "Saltport")
                    .news("https://harbourwire.example/docks/queue", "Harbour Wire")
                    .posts("deckhand_ana")
                    .build(),
            new StoryBuilder("Science", "The hand-held sensor that beat a satellite")
                    .tldr(
                            "A sensor the size of a torch found a methane leak that two satellites had missed for a year.")
                    .msm("Reports praise the price, and ask who will walk the other forty thousand kilometres of pipe.")
                    .x("Walkers volunteer. A map of who would walk where filled within a day.")
                    .by("MIRA SOLE", null)
                    .news("https://fieldnotes.example/sensor", null)
                    .news("https://fieldnotes.example/satellites", null)
                    .posts("pipewalker", "pipewalker", "leakmap")
                    .build(),
            new StoryBuilder("Business", "What happened when a bakery began to lend flour")
                    .tldr("Twelve bakeries share one store and lend by weight. After a year nobody has defaulted.")
                    .msm("Finance pages ask whether a loan of flour is a loan.")
                    .x("Bakers answer with recipes, and one works out the yearly rate: eleven per cent, with raisins.")
                    .by(null, "Marrow Hill")
                    .news("https://smallfinance.example/lending", "Small Finance")
                    .build(),
            new StoryBuilder("World", "An island votes on its own time zone")
                    .tldr(
                            "By nine votes, an island of two thousand moved its clocks twenty minutes from the mainland's.")
                    .msm("Editors call it a stunt with consequences, from timetables to tides.")
                    .by("ILSE BRANDT", "Norderoe")
                    .news("https://tidetables.example/vote", null)
                    .posts("clockmender")
                    .build(),
            new StoryBuilder("Technology", "A quiet law about loud keyboards")
                    .tldr("From March, open-plan offices must offer silent keyboards to whoever asks for one.")
                    .x("Typists record themselves. The loudest has been heard four million times.")
                    .news("https://officehours.example/law", "Office Hours")
                    .posts("clackity")
                    .build(),
            new StoryBuilder("Science", "Moths are counted by the people who could not sleep")
                    .tldr("A night census run from kitchen windows found eleven species thought gone.")
                    .msm("Two museums checked the photographs and confirmed nine.")
                    .x("The tenth is a leaf, says one thread, with arrows. The eleventh is still argued about.")
                    .by("JUN PARK", "Eastmoor")
                    .news("https://nightcensus.example/moths", null)
                    .build(),
            new StoryBuilder("Culture", "An orchestra of strangers plays one note, and stays")
                    .tldr("Four hundred people who had never met held one note on a station platform for an hour.")
                    .msm("Critics compare it with tuning. The railway counts eleven late trains.")
                    .x("Those who were there do not post. Those who were not post the sound, forty times.")
                    .by("LENA ORTIZ", "Central Station")
                    .news("https://latescore.example/note", "Late Score")
                    .posts("platformfour")
                    .build());

    private SampleStories() {}

    /** An edition of so many stories, the first one long; beyond eight they begin again under other addresses. */
    public static Edition edition(int stories) {
        return edition(IntStream.range(0, stories)
                .mapToObj(i -> i < STORIES.size() ? STORIES.get(i) : another(STORIES.get(i % STORIES.size()), i))
                .toList());
    }

    public static Edition edition(List<Story> stories) {
        var copies = new ArrayList<EditionStory>();
        for (Story story : stories) {
            int position = copies.size() + 1;
            String picture = story.image() == null ? null : PICTURE;
            copies.add(new EditionStory(position, position, position == 1, story, picture));
        }
        return new Edition(
                12,
                "2026-W47",
                Instant.parse("2026-11-16T06:00:00Z"),
                Instant.parse("2026-11-23T06:00:00Z"),
                EditionState.READY,
                null,
                "A chip cluster comes online; the queue at the docks",
                "Plus: the hand-held sensor that beat a satellite. Eight stories, both tellings.",
                null,
                1,
                false,
                null,
                "0".repeat(64),
                null,
                null,
                null,
                List.of(),
                null,
                copies,
                List.of());
    }

    /** A story with every part filled in. */
    public static StoryBuilder story(@Nullable String section, String headline) {
        return new StoryBuilder(section, headline)
                .tldr("What happened, in a sentence.")
                .msm("How it was told.")
                .x("How it was argued about.")
                .by("A WRITER", "Somewhere");
    }

    private static Story another(Story story, int number) {
        return new StoryBuilder(story.section(), story.headline() + ", part " + number)
                .tldr(story.tldr())
                .msm(story.msmPerspective())
                .x(story.xPerspective())
                .by(story.byline(), story.place())
                .build();
    }

    /** Builds a story, part by part. */
    public static final class StoryBuilder {

        private final @Nullable String section;
        private final String headline;
        private final List<Story.NewsSource> news = new ArrayList<>();
        private final List<Story.XPost> posts = new ArrayList<>();
        private @Nullable String tldr;
        private @Nullable String msm;
        private @Nullable String x;
        private @Nullable String body;
        private @Nullable String byline;
        private @Nullable String place;
        private @Nullable String lang = "en";
        private Story.@Nullable Image image;

        private StoryBuilder(@Nullable String section, String headline) {
            this.section = section;
            this.headline = headline;
            this.image = new Story.Image(url() + "/picture.jpg", "What the picture shows: " + headline);
        }

        public StoryBuilder tldr(@Nullable String text) {
            tldr = text;
            return this;
        }

        public StoryBuilder msm(@Nullable String text) {
            msm = text;
            return this;
        }

        public StoryBuilder x(@Nullable String text) {
            x = text;
            return this;
        }

        public StoryBuilder body(@Nullable String html) {
            body = html;
            return this;
        }

        public StoryBuilder by(@Nullable String who, @Nullable String where) {
            byline = who;
            place = where;
            return this;
        }

        public StoryBuilder lang(@Nullable String tag) {
            lang = tag;
            return this;
        }

        public StoryBuilder noPicture() {
            image = null;
            return this;
        }

        public StoryBuilder picture(String alt) {
            image = new Story.Image(url() + "/picture.jpg", alt);
            return this;
        }

        public StoryBuilder news(String url, @Nullable String title) {
            news.add(new Story.NewsSource(news.size() + 1, url, title));
            return this;
        }

        public StoryBuilder posts(String... handles) {
            for (String handle : handles) {
                int n = news.size() + posts.size() + 1;
                posts.add(new Story.XPost(n, "https://x.com/" + handle + "/status/100" + n, "What was posted"));
            }
            return this;
        }

        public Story build() {
            return new Story(
                    url(),
                    section,
                    headline,
                    tldr,
                    msm,
                    x,
                    body,
                    byline,
                    place,
                    lang,
                    Instant.parse("2026-11-17T09:30:00Z"),
                    image,
                    List.copyOf(news),
                    List.copyOf(posts));
        }

        private String url() {
            return "https://newgroktimes.example/"
                    + headline.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }
}
