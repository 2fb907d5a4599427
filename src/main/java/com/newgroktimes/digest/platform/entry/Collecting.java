package com.newgroktimes.digest.platform.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

import com.newgroktimes.digest.platform.entry.CollectedBody.End;

/**
 * One body that is being waited for. It is read below the servlet's stream: that one makes a 400 of whatever is answered to a body
 * that broke off, and who leaves by a link has left all the same.
 */
final class Collecting implements ReadListener, AsyncListener, ApplicationBufferHandler {

    /** So far it is read, and dropped, for the answer to reach whoever is still sending. */
    static final long MOST_DROPPED = 2 * 1024 * 1024;

    private final Request request;
    private final ServletInputStream stream;
    private final AsyncContext waiting;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private ByteBuffer arrived = EMPTY_BUFFER;
    private long read;
    private boolean ended;

    private Collecting(Request request, AsyncContext waiting) throws IOException {
        this.request = request;
        this.stream = request.getInputStream();
        this.waiting = waiting;
    }

    /** Returns at once. When the body is here, the request goes through the pipeline again, and has it with it. */
    static void begin(Request request, long millis) throws IOException {
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(millis);
        Collecting collecting = new Collecting(request, waiting);
        waiting.addListener(collecting);
        collecting.stream.setReadListener(collecting);
    }

    @Override
    public void onDataAvailable() {
        try {
            while (!ended && stream.isReady()) {
                int length = request.getCoyoteRequest().doRead(this);
                if (length < 0) {
                    return;
                }
                take(length);
            }
        } catch (IOException broken) {
            end(End.BROKEN_OFF);
        }
    }

    private void take(int length) {
        byte[] bytes = new byte[arrived.remaining()];
        arrived.get(bytes);
        kept.write(bytes, 0, Math.min(bytes.length, CollectedBody.MOST_KEPT - kept.size()));
        read += length;
        if (read > MOST_DROPPED) {
            end(End.TOO_LARGE);
        }
    }

    @Override
    public void onAllDataRead() {
        end(End.WHOLE);
    }

    @Override
    public void onError(Throwable broken) {
        end(End.BROKEN_OFF);
    }

    @Override
    public void onTimeout(AsyncEvent late) {
        end(End.TOO_SLOW);
    }

    private void end(End how) {
        if (!ended) {
            ended = true;
            new CollectedBody(kept.toByteArray(), how).goesWith(request);
            waiting.dispatch();
        }
    }

    @Override
    public void onError(AsyncEvent broken) {
        // the listener of the stream has been told
    }

    @Override
    public void onComplete(AsyncEvent answered) {
        // nothing is left to do
    }

    @Override
    public void onStartAsync(AsyncEvent again) {
        // nobody does
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        arrived = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return arrived;
    }

    @Override
    public void expand(int size) {
        // it is given the server's own buffer, which has what was read
    }
}
