package com.newgroktimes.digest.site;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import org.springframework.stereotype.Component;

/** What programs read of the site: rendered whole, so that whatever stands in a story, it is XML. */
@Component
final class XmlDocuments {

    /** Not even escaped may they stand in XML 1.0 (§2.2). */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Configuration templates;

    XmlDocuments(Configuration templates) {
        this.templates = templates;
    }

    /** @param name of the template, without its ending */
    String render(String name, Map<String, ?> model, Locale locale) {
        StringWriter xml = new StringWriter();
        try {
            templates.getTemplate(name + ".ftlx", locale).process(model, xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
        return FORBIDDEN.matcher(xml.toString()).replaceAll("");
    }
}
