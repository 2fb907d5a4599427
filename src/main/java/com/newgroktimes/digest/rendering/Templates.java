package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;

import com.newgroktimes.digest.platform.Problem;

/**
 * FreeMarker for mail: not a bean, since Boot would take it for the pages' own. {@code .ftlh} escapes whatever it prints,
 * {@code .ftl} prints it as it is. Models are public records.
 */
final class Templates {

    /** Far more than any mail program shows. */
    private static final int MOST_SIGNS = 2_000_000;

    private final Configuration configuration = new InterruptibleTemplates();

    Templates(TemplateLoader files) {
        configuration.setTemplateLoader(files);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setLocalizedLookup(false);
        // A set of templates never changes.
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        // Else a number in a link would be printed as 1,248.
        configuration.setNumberFormat("computer");
        // A template is code that operators bring along; it has no business with Java classes.
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        var wrapper = new DefaultObjectWrapperBuilder(configuration.getIncompatibleImprovements());
        wrapper.setMemberAccessPolicy(new OurModels());
        configuration.setObjectWrapper(wrapper.build());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
    }

    /** @throws Problem that names file and line where the template cannot be read or filled in */
    String run(String file, Map<String, ?> model, Locale locale) {
        var out = new BoundedWriter(MOST_SIGNS);
        try {
            Environment run = parse(file).createProcessingEnvironment(model, out);
            // Not by looking the template up for it: that would keep a copy of each for every language.
            run.setLocale(locale);
            run.process();
        } catch (TemplateException e) {
            throw broken(e.getTemplateSourceName(), e.getLineNumber(), reason(e));
        } catch (StackOverflowError e) {
            throw broken(file, 1, "A macro or a file in it calls itself without an end.");
        } catch (BoundedWriter.Full e) {
            throw broken(
                    file, 1, "It makes more than %,d signs. Is there a list without an end?".formatted(MOST_SIGNS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** @throws Problem that names file and line where it is no template */
    Template parse(String file) {
        try {
            return configuration.getTemplate(file);
        } catch (ParseException e) {
            throw broken(e.getTemplateName(), e.getLineNumber(), e.getEditorMessage());
        } catch (StackOverflowError e) {
            throw broken(file, 1, "It nests too deeply.");
        } catch (TemplateNotFoundException e) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    "A mail template is missing",
                    "There is no template %s, neither in digest.templates nor in the jar.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Problem broken(String file, Integer line, String reason) {
        return new Problem(
                        Problem.Kind.UNPROCESSABLE,
                        "A mail template is broken",
                        "The template %s, line %d: %s".formatted(file, line, reason))
                .with("template", file)
                .with("line", line);
    }

    /** FreeMarker's own words without its tips: the first paragraph, on one line. */
    private static String reason(TemplateException e) {
        String words = String.valueOf(e.getMessageWithoutStackTop());
        String first = words.split("\n\n|\n----", 2)[0].replaceAll("\\s+", " ").strip();
        return first.endsWith(".") ? first : first + ".";
    }
}
