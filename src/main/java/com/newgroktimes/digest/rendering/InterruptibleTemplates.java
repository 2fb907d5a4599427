package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.util.Locale;

import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import org.jspecify.annotations.Nullable;

/** Templates that end when their thread is interrupted: FreeMarker's own loops take no notice of it. */
final class InterruptibleTemplates extends Configuration {

    private static final String DONE = "interruptible";

    InterruptibleTemplates() {
        super(VERSION_2_3_34);
    }

    /** Every other way to a template, by inclusion too, comes here. */
    @Override
    public @Nullable Template getTemplate(
            String name,
            @Nullable Locale locale,
            @Nullable Object customLookupCondition,
            @Nullable String encoding,
            boolean parseAsFtl,
            boolean ignoreMissing)
            throws IOException {
        Template template = super.getTemplate(name, locale, customLookupCondition, encoding, parseAsFtl, ignoreMissing);
        if (template != null) {
            prepare(template);
        }
        return template;
    }

    /** Once, and before anybody uses it. */
    private static void prepare(Template template) {
        synchronized (template) {
            if (template.getCustomAttribute(DONE) == null) {
                _CoreAPI.addThreadInterruptedChecks(template);
                template.setCustomAttribute(DONE, true);
            }
        }
    }
}
