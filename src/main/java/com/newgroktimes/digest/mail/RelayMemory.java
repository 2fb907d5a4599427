package com.newgroktimes.digest.mail;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What all connections to one relay know of it together. */
record RelayMemory(RefusedSignIn refusedSignIn, LastHeard lastHeard, LongAdder accepted) {

    RelayMemory(LongSupplier nanos) {
        this(new RefusedSignIn(nanos), new LastHeard(nanos), new LongAdder());
    }
}
