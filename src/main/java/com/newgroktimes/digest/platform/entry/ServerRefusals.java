package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import com.newgroktimes.digest.platform.ProblemJson;
import com.newgroktimes.digest.platform.RefusalPage;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Answers what Tomcat refuses before any filter or page of ours is asked: a path that cannot be decoded, a head that is too long, a
 * host that is none. It is the last resort of everything else too.
 */
final class ServerRefusals extends ErrorReportValve {

    private static final String REFUSED =
            "The request was refused as it stands. Look for a slip in its address, headers and length.";

    private final SecurityHeaders headers;
    private final ObjectProvider<ProblemJson> problems;
    private final ObjectProvider<RefusalPage> pages;

    /** The providers, since the server is made before what it serves. */
    ServerRefusals(SecurityHeaders headers, ObjectProvider<ProblemJson> problems, ObjectProvider<RefusalPage> pages) {
        this.headers = headers;
        this.problems = problems;
        this.pages = pages;
    }

    /** What Tomcat refuses goes to an error page of ours, past the filter that writes the headers. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError() || isKeptBack(request)) {
            headers.write(response);
        }
        super.invoke(request, response);
    }

    /** What would be inside a packed application (Jakarta Servlet 6.1 §10.5). */
    private static boolean isKeptBack(Request request) {
        String path = String.valueOf(request.getRequestPathMB()).toUpperCase(Locale.ROOT);
        return path.startsWith("/WEB-INF") || path.startsWith("/META-INF");
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || response.isCommitted()
                || !response.setErrorReported()) {
            return;
        }
        try {
            headers.write(response);
            answer(status, request, response);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpStatus status, Request request, Response response) throws IOException {
        String path = request.getRequestURI() == null ? "" : request.getRequestURI();
        if (ProblemJson.isWanted(path, request.getHeader(HttpHeaders.ACCEPT))) {
            write(
                    response,
                    MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    problems.getObject().of(status, REFUSED, path));
        } else {
            RefusalPage.Shown page = pages.getObject().of(status, path, request);
            response.setStatus(page.status().value());
            write(response, "text/html;charset=UTF-8", page.html().getBytes(UTF_8));
        }
    }

    private static void write(Response response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
