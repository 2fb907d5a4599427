package com.newgroktimes.digest.operator.api;

import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import com.newgroktimes.digest.mail.AddressFault;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.PossibleMethods;
import com.newgroktimes.digest.platform.Problem;

/** Puts our own exceptions and the framework's into the words of a {@link Fault}. */
final class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private final Incidents incidents = new Incidents();
    private final PossibleMethods methods;

    Faults(PossibleMethods methods) {
        this.methods = methods;
    }

    Fault of(Exception exception, HttpServletRequest request) {
        if (exception instanceof Problem problem) {
            return Fault.of(problem);
        }
        if (exception instanceof InvalidAddress invalid) {
            return of(invalid, request);
        }
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.fault(unreadable);
        }
        if (exception instanceof InvalidParameterException) {
            return Fault.of(
                    HttpStatus.BAD_REQUEST,
                    "The query cannot be read. In it, a % is written %25, and text is UTF-8. Correct it, and ask again.");
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return of(mismatch);
        }
        if (exception instanceof HttpRequestMethodNotSupportedException) {
            return notPossible(request);
        }
        if (exception instanceof ErrorResponse response) {
            return of(response, request);
        }
        return DatabaseTrouble.behind(exception)
                .map(trouble -> of(trouble, exception, request))
                .orElseGet(() -> incidents.fault(exception, request));
    }

    private static Fault of(DatabaseTrouble trouble, Exception exception, HttpServletRequest request) {
        log.warn("{} {} could not be done", request.getMethod(), request.getRequestURI(), exception);
        return Fault.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "%s Nothing was changed. %s, then ask again.".formatted(trouble.sentence(), trouble.remedy()));
    }

    private static Fault of(InvalidAddress invalid, HttpServletRequest request) {
        String hint = invalid.fault() == AddressFault.BLANK && request.getQueryString() != null
                ? " A + in an address is written %2B here: bare, it is a blank."
                : "";
        Fault fault = Fault.of(HttpStatus.BAD_REQUEST, invalid.getMessage() + hint);
        return invalid.suggestion()
                .map(meant -> fault.with("suggestion", meant))
                .orElse(fault);
    }

    private static Fault of(MethodArgumentTypeMismatchException mismatch) {
        Class<?> wanted = mismatch.getRequiredType();
        boolean number = wanted == int.class || wanted == long.class;
        boolean isOfThePath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        if (number && isOfThePath && String.valueOf(mismatch.getValue()).matches("[0-9]+")) {
            return Fault.of(HttpStatus.NOT_FOUND, "There is no %s.".formatted(mismatch.getValue()));
        }
        return Fault.of(
                HttpStatus.BAD_REQUEST,
                "\"%s\" is no %s for %s. Correct it, and ask again."
                        .formatted(mismatch.getValue(), number ? "number" : "value", mismatch.getName()));
    }

    /** Spring's own exceptions: they know their status and headers, and we the words. */
    private Fault of(ErrorResponse response, HttpServletRequest request) {
        if (response.getStatusCode().is5xxServerError()) {
            return incidents.fault((Exception) response, request);
        }
        return Fault.of(response.getStatusCode(), detail(response, request)).with(response.getHeaders());
    }

    /** Spring leaves out HEAD and OPTIONS, which it answers by itself. */
    private Fault notPossible(HttpServletRequest request) {
        String possible = methods.at(request.getRequestURI());
        HttpHeaders allow = new HttpHeaders();
        allow.set(HttpHeaders.ALLOW, possible);
        return Fault.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "%s %s is not possible. What is: %s."
                                .formatted(request.getMethod(), request.getRequestURI(), possible))
                .with(allow);
    }

    private static String detail(ErrorResponse response, HttpServletRequest request) {
        String asked = request.getMethod() + " " + request.getRequestURI();
        if (response instanceof HttpMediaTypeException media) {
            return media(media, response, asked, request);
        }
        if (response instanceof MissingServletRequestParameterException missing) {
            return "%s needs the parameter %s. Add it, and ask again.".formatted(asked, missing.getParameterName());
        }
        return switch (response.getStatusCode().value()) {
            case 404 -> "There is nothing at %s. Look for a slip in the address.".formatted(request.getRequestURI());
            case 413 -> "The body is larger than we take. Send it in parts.";
            default -> "%s was refused: the request does not fit this address.".formatted(asked);
        };
    }

    private static String media(
            HttpMediaTypeException media, ErrorResponse response, String asked, HttpServletRequest request) {
        String possible = media.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        boolean body = response.getStatusCode().value() == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value();
        if (body && request.getContentType() == null) {
            return "%s needs the header Content-Type. What it takes: %s.".formatted(asked, possible);
        }
        return body
                ? "%s takes no body of the type %s. What it takes: %s."
                        .formatted(asked, request.getContentType(), possible)
                : "%s cannot answer in any type that the header Accept allows. What it can: %s."
                        .formatted(asked, possible);
    }
}
