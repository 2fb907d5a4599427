package com.newgroktimes.digest.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;

/**
 * {@code msg("key", args…)} in templates, in the locale of the template. What it gives is text, which an HTML template
 * escapes. An argument that is markup already, such as a link made by a macro, stays markup, and the rest is escaped here.
 */
final class WordsInTemplates implements TemplateMethodModelEx {

    /** Signs from the private use area, which stand in for markup while the sentence around it is put together. */
    private static final Pattern STAND_IN = Pattern.compile("\uE000(\\d)\uE001");

    private final Words words;

    WordsInTemplates(Words words) {
        this.words = words;
    }

    @Override
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof TemplateScalarModel key)) {
            throw new TemplateModelException("msg needs the key of a message: msg(\"page.signup.title\")");
        }
        var markup = new ArrayList<TemplateHTMLOutputModel>();
        var values = new ArrayList<Object>();
        for (Object argument : arguments.subList(1, arguments.size())) {
            values.add(value(argument, markup));
        }
        String text = text(key.getAsString(), values);
        return markup.isEmpty() ? text : withMarkup(text, markup);
    }

    private static Object value(Object argument, List<TemplateHTMLOutputModel> markup) throws TemplateModelException {
        if (argument instanceof TemplateHTMLOutputModel html) {
            markup.add(html);
            return "\uE000" + (markup.size() - 1) + "\uE001";
        }
        if (argument instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        if (argument instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        throw new TemplateModelException("msg takes text, numbers and markup, and got " + argument);
    }

    private String text(String key, List<Object> values) throws TemplateModelException {
        Locale locale = Environment.getCurrentEnvironment().getLocale();
        try {
            return words.text(key, locale, values.toArray());
        } catch (MissingResourceException e) {
            throw new TemplateModelException("There is no message \"" + key + "\" in messages.properties");
        }
    }

    private static TemplateHTMLOutputModel withMarkup(String text, List<TemplateHTMLOutputModel> markup)
            throws TemplateModelException {
        String escaped = HTMLOutputFormat.INSTANCE.escapePlainText(text);
        var html = new StringBuilder();
        Matcher standIn = STAND_IN.matcher(escaped);
        while (standIn.find()) {
            int index = Integer.parseInt(standIn.group(1));
            String inPlace = index < markup.size() ? HTMLOutputFormat.INSTANCE.getMarkupString(markup.get(index)) : "";
            standIn.appendReplacement(html, Matcher.quoteReplacement(inPlace));
        }
        return HTMLOutputFormat.INSTANCE.fromMarkup(standIn.appendTail(html).toString());
    }
}
