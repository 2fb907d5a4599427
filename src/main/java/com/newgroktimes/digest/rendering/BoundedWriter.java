package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.io.Writer;

/** Keeps what is written, up to a number of signs. */
final class BoundedWriter extends Writer {

    /** There were more. */
    static final class Full extends IOException {}

    private final StringBuilder written = new StringBuilder();
    private final int most;

    BoundedWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] signs, int start, int length) throws Full {
        if (written.length() + length > most) {
            throw new Full();
        }
        written.append(signs, start, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return written.toString();
    }
}
