package com.newgroktimes.digest.operator.api;

import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.ProblemJson;

/**
 * What a caller is told went wrong.
 *
 * @param headers what the answer must carry besides, such as {@code Allow} with a 405
 * @param more    members beyond those of RFC 9457 §3.1
 */
record Fault(HttpStatusCode status, String title, String detail, HttpHeaders headers, Map<String, Object> more) {

    static Fault of(HttpStatusCode status, String detail) {
        return new Fault(status, phrase(status), detail, HttpHeaders.EMPTY, Map.of());
    }

    static Fault of(Problem problem) {
        return new Fault(
                HttpStatusCode.valueOf(problem.kind().status()),
                problem.title(),
                problem.detail(),
                headers(problem),
                problem.properties());
    }

    private static HttpHeaders headers(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        return headers;
    }

    Fault with(HttpHeaders given) {
        return new Fault(status, title, detail, given, more);
    }

    Fault with(String name, Object value) {
        return new Fault(status, title, detail, headers, Map.of(name, value));
    }

    Map<String, Object> body(String instance) {
        Map<String, Object> body = ProblemJson.members(status, title, detail, instance);
        more.forEach(body::putIfAbsent);
        return body;
    }

    private static String phrase(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
