package com.newgroktimes.digest.site;

import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps the answer to a form that broke off beside a link, for the error page to give. Tomcat makes a 400 of whatever is answered
 * to a body that it could not read, and whoever has just left would be told that nothing changed.
 */
@Configuration(proxyBeanMethods = false)
class AnswerThatStands implements WebMvcConfigurer, HandlerInterceptor {

    private static final String BROKE_OFF = AnswerThatStands.class.getName() + ".BROKE_OFF";
    private static final String ANSWER = AnswerThatStands.class.getName() + ".ANSWER";

    static void inSpiteOfItsBody(HttpServletRequest request) {
        request.setAttribute(BROKE_OFF, true);
    }

    /** Empty where the error is the answer. */
    static Optional<ModelAndView> to(HttpServletRequest request) {
        return Optional.ofNullable((ModelAndView) request.getAttribute(ANSWER));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer != null && request.getAttribute(BROKE_OFF) != null && request.getAttribute(ANSWER) == null) {
            if (answer.getStatus() == null) {
                answer.setStatus(HttpStatus.OK);
            }
            request.setAttribute(ANSWER, answer);
        }
    }
}
