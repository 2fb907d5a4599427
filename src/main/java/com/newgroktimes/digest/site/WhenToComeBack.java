package com.newgroktimes.digest.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.newgroktimes.digest.subscribers.Admission;

/** Says with every page that turns somebody away for now when it is worth another try (RFC 6585 §4). */
@Configuration(proxyBeanMethods = false)
class WhenToComeBack implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer != null && answer.getStatus() == TooManyTries.STATUS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Admission.WORTH_ANOTHER_TRY.toSeconds()));
        }
    }
}
