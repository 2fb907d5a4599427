package com.newgroktimes.digest.platform.fetch;

import java.net.URI;
import java.util.Optional;

/** Has the say whether an address is asked: the first, and each that a redirect leads to. */
@FunctionalInterface
public interface Leave {

    /** Whatever is asked for was named by somebody who may. */
    Leave GIVEN = address -> Optional.empty();

    /** Why it is not asked and what to do, in words that go on behind the address; empty where it is. */
    Optional<String> refusal(URI address);
}
