package com.newgroktimes.digest.subscribers;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.newgroktimes.digest.journeys.MailWindow;
import com.newgroktimes.digest.testing.Axe;

import static org.assertj.core.api.Assertions.assertThat;

/** The single mails as mail programs lay them out: on every width, by day and by night, and without what some of them drop. */
@Tag("browser")
class LettersInABrowserTest {

    private static MailWindow window;

    @BeforeAll
    static void open() {
        window = new MailWindow();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    static List<SpecimenLetter> letters() {
        return SpecimenLetter.all();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void nobodyIsKeptFromReadingIt(SpecimenLetter letter) {
        window.shows(
                letter.rendered().html(),
                375,
                page -> assertThat(Axe.seriousFaultsByDayAndNight(page)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void itFitsEveryScreen(SpecimenLetter letter) {
        window.shows(letter.rendered().html(), 320, MailWindow::assertFitsEveryWidth);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void itReadsWellWithoutTheStylesInItsHead(SpecimenLetter letter) {
        window.shows(
                MailWindow.withoutHeadStyles(letter.rendered().html()),
                375,
                page -> assertThat(MailWindow.faults(page)).isEmpty());
    }
}
