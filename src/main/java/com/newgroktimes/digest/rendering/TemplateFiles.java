package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of the mail templates are found: the publication's own directory first, then the jar. FreeMarker looks every
 * few seconds whether a file has changed.
 */
final class TemplateFiles {

    static final String IN_THE_JAR = "mail-templates";

    private TemplateFiles() {}

    static TemplateLoader loader(@Nullable Path own) {
        var jar = new ClassTemplateLoader(TemplateFiles.class.getClassLoader(), IN_THE_JAR);
        return own == null ? jar : new MultiTemplateLoader(new TemplateLoader[] {directory(own), jar});
    }

    private static TemplateLoader directory(Path own) {
        try {
            return new FileTemplateLoader(own.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The templates in " + own + " cannot be read.", e);
        }
    }
}
