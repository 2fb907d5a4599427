package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import com.newgroktimes.digest.platform.StartRefused;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WordSettingsTest {

    @Test
    void theyStandInThePlaceOfOurs() {
        Words words = new Words(bound(Map.of("digest.words.en.mail.footer.reply", "Write to us.")));

        assertThat(words.text("mail.footer.reply", Locale.ENGLISH)).isEqualTo("Write to us.");
        assertThat(words.text("mail.footer.own", Locale.ENGLISH))
                .isEqualTo(new Words().text("mail.footer.own", Locale.ENGLISH));
    }

    @Test
    void theyAreTextAndNoTemplate() {
        WordSettings settings =
                new WordSettings(Map.of("en", Map.of("mail.already.heading", "${7*7} <b>is</b> [=1+1]")));
        Words words = new Words(settings);
        var common = new CommonModel(PUBLICATION, words, Look.OURS);
        Map<String, String> model = Map.of("asked", "x", "settings", "y", "privacy", "z");

        RenderedMail mail = new TemplateSet(OwnFiles.NONE, common).render("already", model, Locale.ENGLISH);

        assertThat(mail.html()).contains("${7*7} &lt;b&gt;is&lt;/b&gt; [=1+1]");
        assertThat(mail.text()).contains("${7*7} <B>IS</B> [=1+1]");
    }

    @Test
    void theyChangeTheHashOfTheMails() {
        WordSettings settings = new WordSettings(Map.of("en", Map.of("mail.footer.reply", "Write to us.")));
        var templates = new MailTemplates(
                PUBLICATION,
                new Words(settings),
                Look.OURS,
                new RenderingSettings(null),
                List.of(),
                new SimpleMeterRegistry());

        assertThat(templates.hash("digest")).isNotEqualTo(JarTemplates.mail().hash("digest"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en  | mail.footer.replay | Write.       | there are no words of that name",
                "en  | console.send       | Go           | there are no words of that name",
                "tlh | mail.footer.reply  | Qapla'       | are for a language that we do not speak",
                "en  | mail.footer.why    | Why {7}      | it has [7] to fill in",
                "en  | mail.already.subject | Hi {0,number} | it takes [0] for a number",
                "en  | mail.already.subject | 'Two\nlines'  | a subject is one line",
                "en  | mail.already.subject | ' '           | a subject is one line",
                "en  | mail.footer.reply  | Write {0, us | it is no pattern of a message",
            })
    void whatCannotBeIsRefusedByItsName(String language, String key, String text, String what) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new WordSettings(Map.of(language, Map.of(key, text))))
                .withMessageContaining("digest.words." + language)
                .withMessageContaining(what);
    }

    private static WordSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("digest", WordSettings.class)
                .get();
    }
}
