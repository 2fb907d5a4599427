package com.newgroktimes.digest.operator.cli;

/** How a command ended, for scripts. */
enum Ended {
    DONE(0),
    UNEXPECTED(1),
    WRONG_USE(2),
    CONFLICT(5);

    private final int code;

    Ended(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
