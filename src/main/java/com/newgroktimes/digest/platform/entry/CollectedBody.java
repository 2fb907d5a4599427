package com.newgroktimes.digest.platform.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Optional;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;

/** What a stranger sent, as far as it came and was kept. Reading it goes as it would have gone, at once. */
final class CollectedBody extends ServletInputStream {

    /** More than any page takes, so that what is too large is seen to be. */
    static final int MOST_KEPT = 16 * 1024 + 1;

    private static final String ATTRIBUTE = CollectedBody.class.getName();

    enum End {
        /** All of it came. */
        WHOLE,
        /** The line broke, or what came is no body. */
        BROKEN_OFF,
        /** The rest of it may come some day. */
        TOO_SLOW,
        /** Nobody here takes as much: the rest was not waited for. */
        TOO_LARGE
    }

    private final InputStream kept;
    private final End end;

    CollectedBody(byte[] kept, End end) {
        this.kept = new ByteArrayInputStream(kept);
        this.end = end;
    }

    static Optional<CollectedBody> of(ServletRequest request) {
        return Optional.ofNullable((CollectedBody) request.getAttribute(ATTRIBUTE));
    }

    void goesWith(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean isWhole() {
        return end == End.WHOLE;
    }

    @Override
    public int read() throws IOException {
        return orHowItEnded(kept.read());
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        return orHowItEnded(kept.read(into, from, most));
    }

    private int orHowItEnded(int read) throws IOException {
        if (read < 0) {
            switch (end) {
                case WHOLE, TOO_LARGE -> {}
                case BROKEN_OFF -> throw new IOException("The body broke off");
                case TOO_SLOW -> throw new SocketTimeoutException("The body was too slow");
            }
        }
        return read;
    }

    @Override
    public boolean isFinished() {
        return available() == 0;
    }

    @Override
    public int available() {
        try {
            return kept.available();
        } catch (IOException impossible) {
            return 0;
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("The body is here already");
    }
}
