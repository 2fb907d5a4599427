package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.RelaySettings.Listed;
import com.newgroktimes.digest.mail.RelaySettings.Tls;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;

/** The way to one of several relays. */
final class ListedRelay {

    private final Listed given;
    private final String key;

    /** By which a relay knows us. */
    record Account(String host, int port, @Nullable String username) {}

    /** @param index in the list of the settings */
    ListedRelay(Listed given, int index) {
        this.given = given;
        key = "digest.relays[" + index + "].";
    }

    /** What cannot work, whatever else the settings have. */
    List<StartRefused> faults() {
        return Stream.of(RelayHost.refusal(key + "host", given.host()), halfAnAccount(), passwordInTheClear())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where no host is given. */
    Optional<Account> account() {
        return Optional.ofNullable(given.host())
                .filter(RelayHost::isGiven)
                .map(host -> new Account(host.toLowerCase(Locale.ROOT), port(tls(host)), given.username()));
    }

    StartRefused isThatOf(int before) {
        return StartRefused.setting(
                key + "host",
                given.host(),
                "digest.relays[%d] has the same host, port and user name.".formatted(before),
                "Take %s out, and add its connections to those of digest.relays[%d]."
                        .formatted(key.substring(0, key.length() - 1), before));
    }

    /**
     * @param hello      the name by which we greet it
     * @param properties of the mail library, which hold for all relays
     * @param bundles    by the name of an SSL bundle, what it trusts; throws {@link IllegalArgumentException} where there is none
     */
    Route route(String hello, Properties properties, Function<String, SSLSocketFactory> bundles) {
        String host = String.valueOf(given.host());
        Tls tls = tls(host);
        String protocol = tls == Tls.IMPLICIT ? "smtps" : "smtp";
        Properties all = ConfiguredRoute.properties(properties, protocol);
        if (tls == Tls.STARTTLS) {
            all.put("mail.smtp.starttls.enable", "true");
            all.put("mail.smtp.starttls.required", "true");
        }
        return new Route(
                protocol,
                host,
                port(tls),
                given.username(),
                given.password(),
                hello,
                all,
                trusted(all, "mail." + protocol + ".", host, bundles));
    }

    private Tls tls(String host) {
        Tls tls = given.tls();
        return tls != null ? tls : ConfiguredRoute.isOnLoopback(host) ? Tls.NONE : Tls.STARTTLS;
    }

    private int port(Tls tls) {
        Integer port = given.port();
        return port != null ? port : tls == Tls.IMPLICIT ? 465 : 587;
    }

    private Optional<StartRefused> halfAnAccount() {
        if ((given.username() == null) == (given.password() == null)) {
            return Optional.empty();
        }
        String missing = given.username() == null ? "username" : "password";
        return Optional.of(StartRefused.setting(
                key + missing, null, "a relay is signed in to with both a user name and a password."));
    }

    private Optional<StartRefused> passwordInTheClear() {
        boolean tells = given.tls() == Tls.NONE
                && given.password() != null
                && !ConfiguredRoute.isOnLoopback(String.valueOf(given.host()));
        return tells
                ? Optional.of(StartRefused.setting(
                        key + "tls",
                        "none",
                        "the password for the relay would cross the network in the clear (RFC 4954 §4)."))
                : Optional.empty();
    }

    private SSLSocketFactory trusted(
            Properties all, String prefix, String host, Function<String, SSLSocketFactory> bundles) {
        String bundle = given.sslBundle();
        if (bundle == null) {
            return ConfiguredRoute.tls(all, prefix, host);
        }
        try {
            return bundles.apply(bundle);
        } catch (RuntimeException e) {
            throw StartRefused.setting(
                    key + "ssl-bundle",
                    bundle,
                    "there is no such bundle among spring.ssl.bundle.*, or it cannot be read.");
        }
    }
}
