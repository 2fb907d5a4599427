package com.newgroktimes.digest.site;

import java.util.Arrays;
import java.util.Map;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.DatabaseAway;
import com.newgroktimes.digest.subscribers.Door;

/** What a browser is shown when something is wrong: in the same frame as everything else, with one way on. */
@Controller
class ErrorPages implements ErrorController {

    private static final Map<Integer, String> KINDS = Map.of(
            404, "not-found",
            405, "method",
            410, "gone",
            429, "too-many",
            503, "away");

    private final UnknownLink unknown;

    ErrorPages(UnknownLink unknown) {
        this.unknown = unknown;
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        @Nullable Door door = status == HttpStatus.BAD_REQUEST ? door(request) : null;
        if (door != null) {
            return unknown.page(door);
        }
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

    /** Where a mangled link was to lead, that the firewall let through to no page. */
    private static @Nullable Door door(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return Arrays.stream(Door.values())
                .filter(door -> path.startsWith(door.path()))
                .findFirst()
                .orElse(null);
    }
}
