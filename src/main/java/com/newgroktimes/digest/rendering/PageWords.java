package com.newgroktimes.digest.rendering;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import freemarker.template.TemplateScalarModel;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.freemarker.autoconfigure.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

import com.newgroktimes.digest.platform.Publication;

/**
 * What every page's template has without being given it: {@code publication}, and {@code msg("key", args…)} in the language
 * of the request, and {@code languages}. {@code asked} is the code of the language that links and forms hand on, and empty where the
 * browser leads to it by itself. {@code msg("lang")} and {@code msg("dir")} are the language and direction that the words are really in.
 */
@Configuration(proxyBeanMethods = false)
class PageWords {

    @Bean
    FreeMarkerVariablesCustomizer wordsForPages(Publication publication, Words words, PageLanguage language) {
        return variables -> {
            variables.put("publication", publication);
            variables.put("msg", new WordsInTemplates(words));
            variables.put("languages", namesOf(words));
            variables.put("asked", (TemplateScalarModel) () -> handedOn(language));
        };
    }

    @Bean
    PageLanguage localeResolver(Words words) {
        return new PageLanguage(words);
    }

    @Bean
    WebMvcConfigurer pagesDependOnTheLanguage(PageLanguage language) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandsOnTheLanguage(language));
            }
        };
    }

    private record HandsOnTheLanguage(PageLanguage language) implements HandlerInterceptor {

        /** A cache between us and a reader would otherwise show one reader's language to the next. */
        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page == null) {
                return;
            }
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            if (page.getView() instanceof RedirectView next) {
                language.handedOn(request).ifPresent(code -> next.setUrl(next.getUrl() + "?lang=" + code));
            }
        }
    }

    /** Of the request in hand, not of a model: what went wrong leads to pages that nobody gave one. */
    private static String handedOn(PageLanguage language) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? language.handedOn(now.getRequest()).orElse("")
                : "";
    }

    /** The languages that we speak, each by its own name, by their codes. */
    private static Map<String, String> namesOf(Words words) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String code : words.languages()) {
            Locale language = Locale.forLanguageTag(code);
            names.put(code, language.getDisplayLanguage(language));
        }
        return names;
    }
}
