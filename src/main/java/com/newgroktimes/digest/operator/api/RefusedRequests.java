package com.newgroktimes.digest.operator.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Requests to the API that were refused before any controller saw them, by the firewall or the server: the error page they get. */
@Configuration(proxyBeanMethods = false)
class RefusedRequests {

    private static final RequestPredicate BELOW_API =
            request -> refusedPath(request.servletRequest()).startsWith("/api/");

    @Bean
    RouterFunction<ServerResponse> errorsOfTheApi() {
        return RouterFunctions.route(BELOW_API, RefusedRequests::answer);
    }

    private static ServerResponse answer(ServerRequest request) {
        HttpStatus status = status(request.servletRequest());
        Fault fault = Fault.of(status, detail(status));
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(fault.body(refusedPath(request.servletRequest())));
    }

    private static String detail(HttpStatus status) {
        return status.is5xxServerError()
                ? "Something went wrong on our side. Ask again; if it stays, look into the log of the service."
                : "The request was refused as it stands. Look for a slip in its address, headers and length.";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer given ? HttpStatus.resolve(given) : null;
        return known == null ? HttpStatus.BAD_REQUEST : known;
    }

    /** Empty where the request is no error dispatch. */
    private static String refusedPath(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? "" : path.toString();
    }
}
