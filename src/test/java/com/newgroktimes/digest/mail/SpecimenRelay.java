package com.newgroktimes.digest.mail;

import java.util.OptionalInt;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;

/** A relay on this machine, for tests beyond this package. */
public final class SpecimenRelay {

    private SpecimenRelay() {}

    public static Relay at(int port, OptionalInt connections) {
        return new Relay(
                Route.onLoopback(port, "news.example"),
                Patience.STANDARD,
                new Relay.Terms(connections, 0, RelayKind.PLAIN));
    }
}
