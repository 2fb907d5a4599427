package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a fault as RFC 9457 wants it, whatever the caller said it accepts. */
@Component
final class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Nothing where an answer has begun already and broke off: more behind it would be taken for its end. */
    void write(Fault fault, String instance, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsBytes(fault.body(instance));
        response.resetBuffer();
        fault.headers().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setStatus(fault.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
