package com.newgroktimes.digest.site;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import com.newgroktimes.digest.platform.Problem;

/** Sends what went wrong on a page of ours to its error page. */
@ControllerAdvice(basePackageClasses = SiteFaults.class)
class SiteFaults {

    @ExceptionHandler
    void problem(Problem problem, HttpServletResponse response) throws IOException {
        problem.retryAfter()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        response.sendError(problem.kind().status());
    }
}
