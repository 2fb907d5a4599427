package com.newgroktimes.digest.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.newgroktimes.digest.platform.Reviewed;
import com.newgroktimes.digest.platform.StartRefused;

/** @param relays the mail servers among which mail is shared, in the place of the one of {@code spring.mail.*} */
@Validated
@ConfigurationProperties("digest")
record RelaySettings(@DefaultValue @NotNull List<@Valid Listed> relays) implements Reviewed {

    @Override
    public List<StartRefused> faults() {
        List<StartRefused> faults = new ArrayList<>();
        Map<ListedRelay.Account, Integer> places = new HashMap<>();
        for (int i = 0; i < relays.size(); i++) {
            ListedRelay relay = new ListedRelay(relays.get(i), i);
            faults.addAll(relay.faults());
            int place = i;
            relay.account()
                    .flatMap(account -> Optional.ofNullable(places.putIfAbsent(account, place)))
                    .map(relay::isThatOf)
                    .ifPresent(faults::add);
        }
        return faults;
    }

    /** Headers that one of them does not leave as they are. */
    Set<String> rewritten() {
        return relays.stream()
                .flatMap(relay -> relay.kind().rewritten().stream())
                .collect(Collectors.toSet());
    }

    /**
     * @param host        its name or network address
     * @param port        where it listens; without it, 465 for {@link Tls#IMPLICIT} and 587 else
     * @param username    with {@code password}, how we sign in
     * @param tls         without it, {@link Tls#STARTTLS}, save for a relay on this machine
     * @param sslBundle   a bundle of {@code spring.ssl.bundle.*} whose certificates it is known by, in the place of the JVM's
     * @param connections how many are open to it at once; without it, {@code digest.delivery.connections}
     * @param perMinute   how many messages it allows us; 0 is no limit
     */
    record Listed(
            @Nullable String host,
            @Nullable @Min(1) @Max(65_535) Integer port,
            @Nullable String username,
            @Nullable String password,
            @Nullable Tls tls,
            @Nullable String sslBundle,
            @Nullable @Min(1) @Max(256) Integer connections,
            @DefaultValue("0") @Min(0) int perMinute,
            @DefaultValue("plain") @NotNull RelayKind kind) {

        /** Without what signs us in. */
        @Override
        public String toString() {
            return "Listed[host=%s, port=%s, tls=%s, kind=%s]".formatted(host, port, tls, kind);
        }

        Relay.Terms terms() {
            return new Relay.Terms(
                    connections == null ? OptionalInt.empty() : OptionalInt.of(connections), perMinute, kind);
        }
    }

    enum Tls {
        /** In plain text until the relay has greeted us, and never without it (RFC 3207). */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        IMPLICIT,
        NONE
    }
}
