package com.newgroktimes.digest.site;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;

import freemarker.template.Configuration;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.OtherSchedules;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What whoever has just confirmed is told of a publication that has a schedule. */
@DigestTest
class ConfirmedPageTest {

    @Autowired
    private Admission admission;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Whence whence;

    @Autowired
    private UnknownLink unknown;

    @Autowired
    private Latest latest;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Days days;

    @Autowired
    private Publication publication;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Configuration templates;

    @ParameterizedTest
    @CsvSource({
        "0 0 7 * * MON, en, Editions usually leave on Mondays.",
        "0 30 18 * * FRI, de, Ausgaben gehen meist am Freitag hinaus.",
        "0 0 7 * * MON-FRI, en,",
        "0 0 7 1 * *, en,"
    })
    void theDayIsToldWhereItIsOneOfTheWeek(String cron, String language, String told) throws Exception {
        String token = links.confirm(readers.confirmed("ada@example.org").id(), clock.instant())
                .getPath()
                .substring("/confirm/".length());
        Locale locale = Locale.forLanguageTag(language);

        ModelAndView page = new ConfirmPage(
                        admission,
                        subscribers,
                        links,
                        whence,
                        unknown,
                        latest,
                        mailboxes,
                        days,
                        OtherSchedules.at(cron, publication))
                .show(token, locale);

        var html = new StringWriter();
        templates.getTemplate(page.getViewName() + ".ftlh", locale).process(new HashMap<>(page.getModel()), html);
        String text = Jsoup.parse(html.toString()).select("main").text();
        if (told == null) {
            assertThat(text).doesNotContain("usually");
        } else {
            assertThat(text).contains(told);
        }
    }
}
