package com.newgroktimes.digest.site;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import jakarta.servlet.http.HttpServletRequest;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.RefusalPage;

/** Error pages for requests that reached no page of ours: the same ones, rendered without Spring's help. */
@Component
final class RenderedRefusal implements RefusalPage {

    private final ErrorPages pages;
    private final Configuration templates;
    private final LocaleResolver languages;

    RenderedRefusal(ErrorPages pages, Configuration templates, LocaleResolver languages) {
        this.pages = pages;
        this.templates = templates;
        this.languages = languages;
    }

    @Override
    public Shown of(HttpStatus refusal, String path, HttpServletRequest request) {
        ModelAndView page = pages.page(refusal, path);
        HttpStatus status =
                HttpStatus.valueOf(Objects.requireNonNull(page.getStatus()).value());
        StringWriter html = new StringWriter();
        try {
            templates
                    .getTemplate(page.getViewName() + ".ftlh", languages.resolveLocale(request))
                    .process(page.getModel(), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
        return new Shown(status, html.toString());
    }
}
