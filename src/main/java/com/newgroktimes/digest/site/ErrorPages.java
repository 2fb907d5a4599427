package com.newgroktimes.digest.site;

import java.util.Map;
import java.util.Optional;
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

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.PossibleMethods;

/** What a browser is shown when something is wrong: in the same frame as everything else, with one way on. */
@Controller
class ErrorPages implements ErrorController {

    private static final String CONSOLE = "/console";

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
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Optional<DatabaseTrouble> trouble = trouble(request);
        if (trouble.isPresent()) {
            return page(trouble.get(), path);
        }
        HttpStatus status = status(request);
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, methods.at(path));
        }
        return page(status, path);
    }

    /** A mangled link is unknown, whatever else is wrong with it. */
    ModelAndView page(HttpStatus status, String path) {
        return status == HttpStatus.BAD_REQUEST
                ? MangledLink.in(path).map(unknown::page).orElseGet(() -> wayOnFrom(path, page(status)))
                : wayOnFrom(path, page(status));
    }

    /** Whoever works in the console wants to go on there. */
    private static ModelAndView wayOnFrom(String path, ModelAndView page) {
        return path.startsWith(CONSOLE) ? page.addObject("way", CONSOLE) : page;
    }

    private static ModelAndView page(HttpStatus status) {
        return page(KINDS.getOrDefault(status.value(), status.is5xxServerError() ? "fault" : "request"), status);
    }

    /** Told here, for pages and console alike: operators' sessions are in the database too, so that none of their pages is ever asked. */
    private static ModelAndView page(DatabaseTrouble trouble, String path) {
        ModelAndView page = page(kind(trouble), HttpStatus.SERVICE_UNAVAILABLE);
        return path.startsWith(CONSOLE)
                ? wayOnFrom(path, page).addObject("trouble", "%s %s.".formatted(trouble.sentence(), trouble.remedy()))
                : page;
    }

    private static String kind(DatabaseTrouble trouble) {
        return switch (trouble) {
            case AWAY, READ_ONLY, NOT_OPEN, REFUSES_US, DAMAGED -> "away";
            case OUT_OF_MEMORY, NO_CONNECTION_LEFT -> "busy";
            case DISK_FULL -> "full";
        };
    }

    private static ModelAndView page(String kind, HttpStatus status) {
        return new ModelAndView("site/error", Map.of("kind", kind, "way", way(kind)), status);
    }

    private static String way(String kind) {
        return switch (kind) {
            case "gone", "not-found" -> "/editions";
            default -> "/";
        };
    }

    private static Optional<DatabaseTrouble> trouble(HttpServletRequest request) {
        return DatabaseTrouble.behind((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }

    /** Whoever asks for this address itself finds nothing here. */
    private static HttpStatus status(HttpServletRequest request) {
        @Nullable Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus known = code instanceof Integer given ? HttpStatus.resolve(given) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }
}
