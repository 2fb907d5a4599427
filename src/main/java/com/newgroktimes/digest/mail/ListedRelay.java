package com.newgroktimes.digest.mail;

import java.util.Properties;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

import com.newgroktimes.digest.mail.RelaySettings.Listed;
import com.newgroktimes.digest.mail.RelaySettings.Tls;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;

/** The way to one of several relays. */
final class ListedRelay {

    private final Listed given;
    private final String key;

    /** @param index in the list of the settings */
    ListedRelay(Listed given, int index) {
        this.given = given;
        key = "digest.relays[" + index + "].";
    }

    /**
     * @param hello      the name by which we greet it
     * @param properties of the mail library, which hold for all relays
     * @param bundles    by the name of an SSL bundle, what it trusts; throws {@link IllegalArgumentException} where there is none
     */
    Route route(String hello, Properties properties, Function<String, SSLSocketFactory> bundles) {
        String host = given.host();
        RelayHost.refusal(key + "host", host).ifPresent(refusal -> {
            throw refusal;
        });
        Tls tls = tls(String.valueOf(host));
        refuseHalfAnAccount();
        refuseToTellThePassword(tls, String.valueOf(host));
        String protocol = tls == Tls.IMPLICIT ? "smtps" : "smtp";
        Properties all = properties(properties, protocol);
        if (tls == Tls.STARTTLS) {
            all.put("mail.smtp.starttls.enable", "true");
            all.put("mail.smtp.starttls.required", "true");
        }
        return new Route(
                protocol,
                String.valueOf(host),
                port(tls),
                given.username(),
                given.password(),
                hello,
                all,
                trusted(all, "mail." + protocol + ".", String.valueOf(host), bundles));
    }

    /** The library has each property once for TLS from the first byte and once for all else; the settings need not. */
    private static Properties properties(Properties given, String protocol) {
        Properties all = new Properties();
        all.putAll(given);
        if (protocol.equals("smtps")) {
            given.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("mail.smtp."))
                    .forEach(name -> all.putIfAbsent("mail.smtps." + name.substring(10), given.getProperty(name)));
        }
        return all;
    }

    private Tls tls(String host) {
        Tls tls = given.tls();
        return tls != null ? tls : ConfiguredRoute.isOnLoopback(host) ? Tls.NONE : Tls.STARTTLS;
    }

    private int port(Tls tls) {
        Integer port = given.port();
        return port != null ? port : tls == Tls.IMPLICIT ? 465 : 587;
    }

    private void refuseHalfAnAccount() {
        if ((given.username() == null) != (given.password() == null)) {
            String missing = given.username() == null ? "username" : "password";
            throw StartRefused.setting(
                    key + missing, null, "a relay is signed in to with both a user name and a password.");
        }
    }

    private void refuseToTellThePassword(Tls tls, String host) {
        if (tls == Tls.NONE && given.password() != null && !ConfiguredRoute.isOnLoopback(host)) {
            throw StartRefused.setting(
                    key + "tls",
                    "none",
                    "the password for the relay would cross the network in the clear (RFC 4954 §4).");
        }
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
