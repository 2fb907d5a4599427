package com.newgroktimes.digest.site;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import com.newgroktimes.digest.platform.Problem;

/** Sends what went wrong on a page of ours to its error page. */
@ControllerAdvice(basePackageClasses = Faults.class)
class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    @ExceptionHandler
    void problem(Problem problem, HttpServletResponse response) throws IOException {
        response.sendError(problem.kind().status());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void databaseAway(Exception fault, HttpServletResponse response) throws IOException {
        log.warn("The database did not answer a page", fault);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
