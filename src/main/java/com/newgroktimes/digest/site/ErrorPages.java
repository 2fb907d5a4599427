package com.newgroktimes.digest.site;

import java.util.Map;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.DatabaseAway;
import com.newgroktimes.digest.platform.PossibleMethods;

/** What a browser is shown when something is wrong: in the same frame as everything else, with one way on. */
@Controller
class ErrorPages implements ErrorController {

    private static final Map<Integer, String> KINDS = Map.of(
            404, "not-found",
            405, "method",
            410, "gone",
            413, "large",
            429, "too-many",
            503, "away");

    private final UnknownLink unknown;
    private final PossibleMethods methods;

    ErrorPages(UnknownLink unknown, PossibleMethods methods) {
        this.unknown = unknown;
        this.methods = methods;
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, methods.at(path));
        }
        return AnswerThatStands.to(request).orElseGet(() -> page(status, path));
    }

    /** A mangled link is unknown, whatever else is wrong with it. */
    ModelAndView page(HttpStatus status, String path) {
        return status == HttpStatus.BAD_REQUEST
                ? MangledLink.in(path).map(unknown::page).orElseGet(() -> page(status))
                : page(status);
    }

    private static ModelAndView page(HttpStatus status) {
        String kind = KINDS.getOrDefault(status.value(), status.is5xxServerError() ? "fault" : "request");
        return new ModelAndView("site/error", Map.of("kind", kind, "way", way(kind)), status);
    }

    private static String way(String kind) {
        return switch (kind) {
            case "gone", "not-found" -> "/editions";
            default -> "/";
        };
    }

    /** Whoever asks for this address itself finds nothing here. */
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                && DatabaseAway.isBehind(fault)) {
            // Told here, for pages and console alike: operators' sessions are there too, so that none of their pages is
            // ever asked.
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        @Nullable Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus known = code instanceof Integer given ? HttpStatus.resolve(given) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }
}
