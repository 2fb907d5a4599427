package com.newgroktimes.digest.operator.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import com.newgroktimes.digest.platform.PossibleMethods;
import com.newgroktimes.digest.platform.ProblemJson;

/** Requests of programs that were refused before any controller saw them, by the firewall or the server: the error page they get. */
@Configuration(proxyBeanMethods = false)
class RefusedRequests {

    private final PossibleMethods methods;
    private final ProblemWriter writer;

    RefusedRequests(PossibleMethods methods, ProblemWriter writer) {
        this.methods = methods;
        this.writer = writer;
    }

    @Bean
    RouterFunction<ServerResponse> errorsOfPrograms() {
        return RouterFunctions.route(RefusedRequests::isOfAProgram, this::answer);
    }

    private static boolean isOfAProgram(ServerRequest request) {
        HttpServletRequest refused = request.servletRequest();
        return refused.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null
                && ProblemJson.isWanted(refusedPath(refused), refused.getHeader(HttpHeaders.ACCEPT));
    }

    private ServerResponse answer(ServerRequest request) {
        String path = refusedPath(request.servletRequest());
        HttpStatus status = status(request.servletRequest());
        Fault fault = fault(status, path);
        return ServerResponse.status(status).build((asked, response) -> {
            writer.write(fault, path, response);
            return null;
        });
    }

    private Fault fault(HttpStatus status, String path) {
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            HttpHeaders allow = new HttpHeaders();
            allow.set(HttpHeaders.ALLOW, methods.at(path));
            return Fault.of(status, "This is not possible at %s. What is: %s.".formatted(path, methods.at(path)))
                    .with(allow);
        }
        return Fault.of(status, detail(status, path));
    }

    private static String detail(HttpStatus status, String path) {
        if (status == HttpStatus.NOT_FOUND) {
            return "There is nothing at %s. Look for a slip in the address.".formatted(path);
        }
        return status.is5xxServerError()
                ? "Something went wrong on our side. Ask again; if it stays, look into the log of the service."
                : "The request was refused as it stands. Look for a slip in its address, headers and length.";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer given ? HttpStatus.resolve(given) : null;
        return known == null ? HttpStatus.BAD_REQUEST : known;
    }

    private static String refusedPath(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }
}
