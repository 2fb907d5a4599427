package com.newgroktimes.digest.operator;

import java.security.Principal;

/** As what an operator does is noted in a reader's evidence, whichever door they came by. */
public final class Actor {

    private Actor() {}

    public static String of(Principal operator) {
        return "operator " + operator.getName();
    }
}
