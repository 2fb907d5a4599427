package com.newgroktimes.digest.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import static java.util.stream.Collectors.toCollection;

/** Who is asking. {@code X-Forwarded-For} is believed only as far as proxies that we trust have written it. */
@Component
public class ClientAddresses {

    private final List<Network> trusted;

    ClientAddresses(PlatformSettings settings) {
        trusted = settings.trustedProxies();
    }

    /** The last address that no trusted proxy vouches for: everything before it anyone could have made up. */
    public ClientAddress of(HttpServletRequest request) {
        ClientAddress address = ClientAddress.parse(request.getRemoteAddr())
                .orElseThrow(() -> new IllegalStateException("No network address: " + request.getRemoteAddr()));
        for (String hop : hopsFromNearest(request)) {
            Optional<ClientAddress> before = ClientAddress.parse(hop);
            if (before.isEmpty() || !isTrusted(address)) {
                return address;
            }
            address = before.get();
        }
        return address;
    }

    private static List<String> hopsFromNearest(HttpServletRequest request) {
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .collect(toCollection(ArrayList::new));
        Collections.reverse(hops);
        return hops;
    }

    private boolean isTrusted(ClientAddress address) {
        return trusted.stream().anyMatch(proxy -> proxy.contains(address));
    }
}
