package com.newgroktimes.digest.site;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.ClientAddresses;
import com.newgroktimes.digest.subscribers.Origins;

/** Where a request came from, as it may be kept. */
@Component
final class Whence {

    private final ClientAddresses clients;
    private final Origins origins;

    Whence(ClientAddresses clients, Origins origins) {
        this.clients = clients;
        this.origins = origins;
    }

    String of(HttpServletRequest request) {
        return of(client(request));
    }

    String of(ClientAddress client) {
        return origins.of(client);
    }

    /** Whole, for limits alone. */
    ClientAddress client(HttpServletRequest request) {
        return clients.of(request);
    }
}
