package com.newgroktimes.digest.site;

import java.util.Arrays;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.newgroktimes.digest.rendering.PageLanguage;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Shows what is behind a reader's link in the language of the mail that it stood in. */
@Configuration(proxyBeanMethods = false)
class ReadersLanguage implements WebMvcConfigurer, HandlerInterceptor {

    private final ReaderLinks links;
    private final Subscribers subscribers;

    ReadersLanguage(ReaderLinks links, Subscribers subscribers) {
        this.links = links;
        this.subscribers = subscribers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        String[] doors =
                Arrays.stream(Door.values()).map(door -> door.path() + "**").toArray(String[]::new);
        interceptors.addInterceptor(this).addPathPatterns(doors);
    }

    /** Leaving is not looked at twice: mail programs leave for many at once, and it leads to a page of its own. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET") || !request.getRequestURI().startsWith(Door.UNSUBSCRIBE.path())) {
            try {
                tell(request);
            } catch (DataAccessException | TransactionException unknown) {
                // the page itself tells what is the matter
            }
        }
        return true;
    }

    private void tell(HttpServletRequest request) {
        for (Door door : Door.values()) {
            if (request.getRequestURI().startsWith(door.path())) {
                String token =
                        request.getRequestURI().substring(door.path().length()).split("/", 2)[0];
                language(door, token).ifPresent(language -> PageLanguage.isOfReader(request, language));
            }
        }
    }

    private Optional<String> language(Door door, String token) {
        return door.namesReader()
                ? links.read(door, token)
                        .flatMap(link -> subscribers.find(link.subject()))
                        .map(Subscriber::locale)
                : subscribers.languageOfChange(token);
    }
}
