package com.newgroktimes.digest.subscribers.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file in UTF-8, without the mark that may begin it. A quotation mark that nobody closes would make one line of
 * all the rest: more than {@value #MOST} characters a line are not handed out.
 */
final class LineCharacters extends Reader {

    /** Stands where bytes are not UTF-8: no character at all, which nobody writes. */
    static final char NOT_UTF_8 = '\uFFFF';

    private static final int MOST = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader characters;
    private boolean begun;
    private int left = MOST;

    LineCharacters(InputStream bytes) {
        characters = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(NOT_UTF_8)));
    }

    void beginLine() {
        left = MOST;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new LineTooLong();
        }
        int count = characters.read(into, offset, length);
        if (!begun && count > 0) {
            begun = true;
            if (into[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(into, offset + 1, into, offset, count - 1);
                return count == 1 ? read(into, offset, length) : count - 1;
            }
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    /** One line that never ends. */
    static final class LineTooLong extends IOException {}
}
