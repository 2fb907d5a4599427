package com.newgroktimes.digest.operator.pages;

import java.security.Principal;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import com.newgroktimes.digest.platform.Problem;

/** What could not be done, as a page of the console. */
@ControllerAdvice(basePackageClasses = ConsoleFaults.class)
final class ConsoleFaults {

    private final Frame frame;

    ConsoleFaults(Frame frame) {
        this.frame = frame;
    }

    /** A page for an exception begins empty: it gets its frame here. */
    @ExceptionHandler
    String tell(
            Problem problem, Model page, CsrfToken csrf, @Nullable Principal operator, HttpServletResponse response) {
        frame.fill(page, csrf, operator);
        page.addAttribute("problem", problem);
        response.setStatus(problem.kind().status());
        return "console/problem";
    }
}
