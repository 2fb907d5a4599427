package com.newgroktimes.digest.rendering;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;

import com.newgroktimes.digest.platform.Problem;

/** All mail templates of one moment, the publication's own before the jar's. A set never changes. */
final class TemplateSet {

    static final String IN_THE_JAR = "mail-templates";

    private final OwnFiles own;
    private final CommonModel common;
    private final Templates templates;
    private final Patience patience;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final KnownTables tables = new KnownTables();

    TemplateSet(OwnFiles own, CommonModel common) {
        this(own, common, Patience.USUAL);
    }

    TemplateSet(OwnFiles own, CommonModel common, Patience patience) {
        this.own = own;
        this.common = common;
        this.templates = new Templates(loader(own));
        this.patience = patience;
    }

    private static TemplateLoader loader(OwnFiles own) {
        var files = new StringTemplateLoader();
        own.contents().forEach(files::putTemplate);
        var jar = new ClassTemplateLoader(TemplateSet.class.getClassLoader(), IN_THE_JAR);
        return new MultiTemplateLoader(new TemplateLoader[] {files, jar});
    }

    /** @throws Problem that names file and line where one of the publication's own is no template */
    void parse() {
        own.contents().keySet().forEach(templates::parse);
    }

    /** @throws Problem that names file and line where a template is wrong */
    RenderedMail render(String mail, Map<String, ?> model, Locale locale) {
        return patience.with(mail, () -> withHtml(mail, model, locale));
    }

    RenderedMail renderText(String mail, Map<String, ?> model, Locale locale) {
        return patience.with(mail, () -> text(mail, model, locale));
    }

    private RenderedMail withHtml(String mail, Map<String, ?> model, Locale locale) {
        RenderedMail text = text(mail, model, locale);
        Locale spoken = common.spoken(locale);
        String file = mail + "/html.mjml.ftlh";
        String mjml = templates.run(file, common.with(model, locale), spoken);
        String lang = spoken.toLanguageTag();
        String dir = common.direction(locale);
        boolean ofTextAlone = model.values().stream().allMatch(String.class::isInstance);
        String html = ofTextAlone
                ? tables.html(
                        file, mjml, model.values().stream().map(String::valueOf).toList(), lang, dir)
                : Mjml.toHtml(file, mjml, lang, dir);
        return new RenderedMail(text.subject(), text.text(), html);
    }

    private RenderedMail text(String mail, Map<String, ?> model, Locale locale) {
        Map<String, ?> all = common.with(model, locale);
        Locale spoken = common.spoken(locale);
        String subject = templates.run(mail + "/subject.ftl", all, spoken).strip();
        if (subject.lines().count() != 1) {
            throw Templates.broken(
                    mail + "/subject.ftl", 1, "A subject is one line, and this makes \"" + subject + "\".");
        }
        String text = templates.run(mail + "/text.ftl", all, spoken);
        return new RenderedMail(subject, PlainText.wrap(text), "");
    }

    /** SHA-256, in hex, over every file, word and colour that a mail of this name is made from. */
    String hash(String mail) {
        return hashes.computeIfAbsent(mail, name -> TemplateHash.of(name, own, common));
    }
}
