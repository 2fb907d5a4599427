package com.newgroktimes.digest.operator.pages;

import jakarta.servlet.RequestDispatcher;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RenderingResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Forms that came without the proof that they are from a page of this session: the error page that says what to do. */
@Configuration(proxyBeanMethods = false)
class RefusedForms {

    @Bean
    RouterFunction<ServerResponse> formsWithoutProof() {
        return RouterFunctions.route(
                RefusedForms::isOne,
                request -> RenderingResponse.create("console/refused")
                        .status(HttpStatus.FORBIDDEN)
                        .build());
    }

    private static boolean isOne(ServerRequest request) {
        var refused = request.servletRequest();
        return Integer.valueOf(HttpStatus.FORBIDDEN.value())
                        .equals(refused.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                && String.valueOf(refused.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        .startsWith("/console");
    }
}
