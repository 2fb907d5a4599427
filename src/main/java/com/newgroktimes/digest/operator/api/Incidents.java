package com.newgroktimes.digest.operator.api;

import java.security.SecureRandom;
import java.util.HexFormat;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** What nobody foresaw: the whole of it goes to the log, and the caller gets a reference to find it there. */
final class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);

    private final SecureRandom random = new SecureRandom();

    Fault fault(Exception exception, HttpServletRequest request) {
        String reference = reference();
        log.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, exception);
        return Fault.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong on our side. Ask again; if it stays, look for reference %s in the log of the service."
                                .formatted(reference))
                .with("reference", reference);
    }

    private String reference() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
