package com.newgroktimes.digest.operator.pages;

import java.security.Principal;
import java.util.List;
import jakarta.servlet.http.HttpServletRequest;
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

    /** What begins so is done on the page of stories, or on one below it. */
    private static final List<String> OF_STORIES = List.of("/console/stories", "/console/feeds");

    private final Frame frame;

    ConsoleFaults(Frame frame) {
        this.frame = frame;
    }

    /** A page for an exception begins empty: it gets its frame here. */
    @ExceptionHandler
    String tell(
            Problem problem,
            Model page,
            CsrfToken csrf,
            @Nullable Principal operator,
            HttpServletRequest request,
            HttpServletResponse response) {
        frame.fill(page, csrf, operator);
        page.addAttribute("problem", problem);
        page.addAttribute("ofStories", OF_STORIES.stream().anyMatch(request.getRequestURI()::startsWith));
        response.setStatus(problem.kind().status());
        return "console/problem";
    }
}
