package com.newgroktimes.digest.editions.digest;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.testing.SampleStories;

import static com.newgroktimes.digest.testing.SampleStories.story;
import static org.assertj.core.api.Assertions.assertThat;

class SubjectTest {

    @Test
    void theLeadIsJoinedByAStoryForWhichThereIsRoom() {
        assertThat(Subject.of(stories(
                        "A chip cluster wakes up",
                        "A headline much too long to stand beside it",
                        "The queue at the docks")))
                .isEqualTo("A chip cluster wakes up; The queue at the docks");
    }

    @Test
    void aLeadThatFillsTheLineStandsAlone() {
        String lead = "A home-grown chip cluster comes online in the hills";

        assertThat(Subject.of(stories(lead, "The queue at the docks"))).isEqualTo(lead);
    }

    @Test
    void aLongLeadIsCutAtAWord() {
        String lead = "A home-grown chip cluster comes online in the hills, and nobody knows yet who will pay for it";

        assertThat(Subject.of(stories(lead))).isEqualTo("A home-grown chip cluster comes online in the hills, and…");
    }

    @Test
    void aSubjectAsksOneQuestionAtMost() {
        assertThat(Subject.of(stories("Who owns the moon?", "And who the tides?", "The queue at the docks")))
                .isEqualTo("Who owns the moon? The queue at the docks");
    }

    @Test
    void aShortLeadIsHelpedOutByTheNextStory() {
        assertThat(Subject.of(stories("Rain", "A home-grown chip cluster comes online in the hills, at last")))
                .isEqualTo("Rain; A home-grown chip cluster comes online in the hills…");
    }

    @Test
    void whatStandsFarDownIsNotInTheSubjectForBeingShort() {
        String lead = "The night ten thousand people counted moths";
        String tooLong = "A headline much too long to stand beside any other";

        assertThat(Subject.of(stories(lead, tooLong, tooLong, tooLong, "Rain"))).isEqualTo(lead);
        assertThat(Subject.of(stories(lead, tooLong, tooLong, "Rain"))).isEqualTo(lead + "; Rain");
    }

    @Test
    void anEditionsNumberIsNoNews() {
        assertThat(Subject.of(SampleStories.edition(8).stories())).doesNotContain("12", "Edition");
    }

    @Test
    void aSubjectFillsTheLineOfAnInbox() {
        for (Specimen mail : Specimen.values()) {
            String subject = mail.edition().subject();
            assertThat(subject.codePointCount(0, subject.length())).as(subject).isBetween(35, 60);
        }
    }

    @Test
    void aPreheaderFillsTheLineBesideItAndRepeatsNothing() {
        for (Specimen mail : Specimen.values()) {
            String preheader = mail.edition().preheader();
            assertThat(preheader.codePointCount(0, preheader.length()))
                    .as(preheader)
                    .isBetween(80, 110);
            assertThat(preheader).doesNotContain(mail.edition().subject());
        }
    }

    @Test
    void aSecondHeadlineThatTheSubjectCutsIsNotRepeatedBesideIt() {
        List<EditionStory> both = stories("Rain", "A home-grown chip cluster comes online in the hills, at last");

        assertThat(Preheader.of(both)).doesNotContain("home-grown").startsWith("What happened");
    }

    @Test
    void thePreheaderNamesWhatTheSubjectDoesNot() {
        assertThat(Preheader.of(SampleStories.edition(8).stories()))
                .isEqualTo("The queue at the docks has a queue of its own; The hand-held sensor that beat a satellite");
    }

    @Test
    void aSingleStoryIsToldInShort() {
        assertThat(Preheader.of(stories("A chip cluster wakes up"))).isEqualTo("What happened, in a sentence.");
    }

    private static List<EditionStory> stories(String... headlines) {
        return SampleStories.edition(Arrays.stream(headlines)
                        .map(headline -> story("World", headline).build())
                        .toList())
                .stories();
    }
}
