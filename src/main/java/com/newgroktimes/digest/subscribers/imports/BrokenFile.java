package com.newgroktimes.digest.subscribers.imports;

import com.newgroktimes.digest.platform.Problem;

/** A file that cannot be read on. */
final class BrokenFile extends RuntimeException {

    private final Problem.Kind kind;
    private final String title;
    private final long line;

    /** @param line that cannot be read */
    BrokenFile(long line, String title, String message) {
        this(Problem.Kind.UNPROCESSABLE, line, title, message);
    }

    BrokenFile(Problem.Kind kind, long line, String title, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.line = line;
        this.title = title;
    }

    /** @param standing what became of the lines before, in a sentence */
    Problem asProblem(String standing) {
        return new Problem(kind, title, getMessage() + " " + standing).with("line", line);
    }
}
