package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.WorkAtStart;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.rendering.Words;

/** The table {@code shown_text}: what each version said in each language, from its first use on. Rows are added, and never changed. */
@Component
public class ShownTexts {

    private final JdbcClient database;
    private final TextVersion textVersion;
    private final MailTemplates templates;
    private final Words words;
    private final Publication publication;
    private final WorkAtStart start;
    private final Clock clock;

    ShownTexts(
            JdbcClient database,
            TextVersion textVersion,
            MailTemplates templates,
            Words words,
            Publication publication,
            WorkAtStart start,
            Clock clock) {
        this.database = database;
        this.textVersion = textVersion;
        this.templates = templates;
        this.words = words;
        this.publication = publication;
        this.start = start;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        start.once("Keeping the words of the pages", this::keepPages);
    }

    void keepPages() {
        keep(textVersion.ofPages(), this::pages);
    }

    /** @param version of that mail now */
    void keepLetter(LetterKind kind, String version) {
        Map<String, String> madeOutToNobody = new HashMap<>(SampleLetters.model(kind));
        madeOutToNobody.put("asked", "…");
        keep(
                version,
                language -> templates
                        .renderText(kind.template(), madeOutToNobody, language)
                        .text());
    }

    /** Those that are known, in a language that we speak. */
    public List<ShownText> of(Collection<String> versions, Locale language) {
        return database.sql("""
                        select version, words
                          from shown_text
                         where version = any(:versions)
                           and locale = :locale
                         order by since, version
                        """)
                .param("versions", versions.toArray(String[]::new))
                .param("locale", words.closest(language).getLanguage())
                .query(ShownText.class)
                .list();
    }

    private void keep(String version, Function<Locale, String> text) {
        boolean kept = database.sql("select exists (select from shown_text where version = :version)")
                .param("version", version)
                .query(Boolean.class)
                .single();
        if (!kept) {
            words.languages().forEach(language -> add(version, language, text.apply(Locale.forLanguageTag(language))));
        }
    }

    private void add(String version, String language, String text) {
        database.sql("""
                        insert into shown_text (version, locale, words, since)
                        values (:version, :locale, :words, :now)
                        on conflict do nothing
                        """)
                .param("version", version)
                .param("locale", language)
                .param("words", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What stands on the sign-up and on the confirmation, to which readers agree. */
    private String pages(Locale language) {
        return Stream.of(
                        words.text("page.signup.title", language, publication.name()),
                        words.text("page.signup.what", language),
                        words.text("page.address.label", language),
                        words.text("page.signup.hint", language),
                        words.text("page.signup.button", language),
                        words.text("page.signup.promise", language),
                        "",
                        words.text("page.confirm.title", language),
                        words.text("page.confirm.ready", language, "…"),
                        words.text("page.confirm.button", language),
                        words.text("page.confirm.else", language))
                .collect(Collectors.joining("\n"));
    }
}
