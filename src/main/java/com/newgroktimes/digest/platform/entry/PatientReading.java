package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.time.Duration;
import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;

import com.newgroktimes.digest.platform.entry.CollectedBody.End;

/**
 * Waits for what strangers send without keeping a thread for it: a few hundred of them, each sending a byte now and then, would have
 * all threads, and nobody else would be answered. What an API token or the console's session vouches for is read as it comes,
 * however long it is.
 */
final class PatientReading extends ValveBase {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ObjectProvider<ApiToken> token;

    /** The provider, since the server is made before the token. */
    PatientReading(ObjectProvider<ApiToken> token) {
        super(true);
        this.token = token;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request) || response.isError() || isVouchedFor(request)) {
            getNext().invoke(request, response);
        } else if (isOfConsole(request)) {
            getNext().invoke(request, response);
            if (isLeftUnread(request)) {
                hangUp(request, response);
            }
        } else if (CollectedBody.of(request).isPresent()) {
            invokeWithBody(request, response);
        } else if (request.getContentLengthLong() > Collecting.MOST_DROPPED) {
            new CollectedBody(new byte[0], End.TOO_LARGE).goesWith(request);
            invokeWithBody(request, response);
        } else {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            Collecting.begin(request, LONGEST.toMillis());
        }
    }

    /** RFC 9112 §6.3: a request that tells no length, and sends no chunks, has no body. */
    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private boolean isVouchedFor(Request request) {
        return request.getRequestURI().startsWith("/api/")
                && token.getObject().isIn(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private static boolean isOfConsole(Request request) {
        return request.getRequestURI().startsWith("/console");
    }

    private void invokeWithBody(Request request, Response response) throws IOException, ServletException {
        boolean whole = CollectedBody.of(request).filter(CollectedBody::isWhole).isPresent();
        if (!whole) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        getNext().invoke(request, response);
        if (!whole) {
            hangUp(request, response);
        }
    }

    /** Without a session nobody there reads a body, and the server would wait for all of it before it takes another request. */
    private static boolean isLeftUnread(Request request) {
        org.apache.coyote.Request body = request.getCoyoteRequest();
        if (body.getBytesRead() > 0) {
            return false;
        }
        body.action(ActionCode.AVAILABLE, true);
        return request.getContentLengthLong() < 0 || body.getAvailable() < request.getContentLengthLong();
    }

    /** Answers first: for the server it is a fault, and makes a 500 of an answer that has not left. */
    private static void hangUp(Request request, Response response) throws IOException {
        if (!response.isErrorReportRequired()) {
            response.finishResponse();
        }
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
