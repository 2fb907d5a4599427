package com.newgroktimes.digest.mail;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;

/** The way to the relay that {@code spring.mail.*} names, with what those settings leave open decided for safety. */
final class ConfiguredRoute {

    private static final List<String> PROTOCOLS = List.of("smtp", "smtps");

    private static final Pattern HELLO =
            Pattern.compile("(?!localhost\\.)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+|\\[[0-9A-Za-z.:]+\\]");

    private final JavaMailSenderImpl configured;
    private final String protocol;
    private final String prefix;
    private final Properties properties;

    private ConfiguredRoute(JavaMailSenderImpl configured) {
        this.configured = configured;
        protocol = configured.getProtocol() == null ? "smtp" : configured.getProtocol();
        prefix = "mail." + protocol + ".";
        properties = properties(configured.getJavaMailProperties(), protocol);
    }

    /** @param domain ours, by which we greet the relay unless the settings have a better name */
    static Route of(@Nullable JavaMailSenderImpl configured, String domain) {
        if (configured == null || configured.getHost() == null || !RelayHost.isGiven(configured.getHost())) {
            throw RelayHost.missing();
        }
        return new ConfiguredRoute(configured).route(configured.getHost(), domain);
    }

    private Route route(String host, String domain) {
        if (!PROTOCOLS.contains(protocol)) {
            throw StartRefused.setting("spring.mail.protocol", protocol, "it can be smtp or smtps.");
        }
        SSLSocketFactory tls = tls(properties, prefix, host);
        if (!isOnLoopback(host) && !isTlsFromTheStart()) {
            demandTls();
        }
        return new Route(
                protocol,
                host,
                configured.getPort(),
                configured.getUsername(),
                configured.getPassword(),
                hello(domain),
                properties,
                tls);
    }

    /** The library has each property once for TLS from the first byte and once for all else; the settings need not. */
    static Properties properties(Properties given, String protocol) {
        Properties all = new Properties();
        all.putAll(given);
        if (protocol.equals("smtps")) {
            given.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("mail.smtp."))
                    .forEach(name -> all.putIfAbsent("mail.smtps." + name.substring(10), given.getProperty(name)));
        }
        return all;
    }

    private String hello(String domain) {
        return hello(properties, prefix, domain);
    }

    /** The name by which we greet a relay: that of the properties, else our domain. */
    static String hello(Properties properties, String prefix, String domain) {
        String ours = properties.getProperty(prefix + "localhost", domain);
        if (!HELLO.matcher(ours).matches()) {
            throw StartRefused.setting(
                    "spring.mail.properties." + prefix + "localhost",
                    ours,
                    "relays take us for a home computer by such a name. It must be a full name that resolves, such as"
                            + " mail.example.org, or an address in brackets (RFC 5321 §4.1.4).");
        }
        return ours;
    }

    private boolean isTlsFromTheStart() {
        return protocol.equals("smtps") || isOn("ssl.enable");
    }

    private void demandTls() {
        properties.putIfAbsent(prefix + "starttls.enable", "true");
        properties.putIfAbsent(prefix + "starttls.required", "true");
        if (configured.getPassword() != null && !isOn("starttls.required")) {
            throw StartRefused.setting(
                    "spring.mail.properties." + prefix + "starttls.required",
                    "false",
                    "the password for the relay would cross the network in the clear (RFC 4954 §4).");
        }
    }

    private boolean isOn(String property) {
        return Boolean.parseBoolean(properties.getProperty(prefix + property));
    }

    /** Our own factory wraps this one, and the library asks only the outer: what it would have looked at is looked at here. */
    static SSLSocketFactory tls(Properties properties, String prefix, String host) {
        Object bundle = properties.remove(prefix + "ssl.socketFactory");
        Object trusted = properties.remove(prefix + "ssl.trust");
        if (bundle instanceof SSLSocketFactory factory) {
            return factory;
        }
        boolean blindly = trusted != null
                && Arrays.stream(trusted.toString().split("\\s+"))
                        .anyMatch(name -> name.equals("*") || name.equals(host));
        return blindly ? trustingBlindly() : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static SSLSocketFactory trustingBlindly() {
        try {
            var factory = new MailSSLSocketFactory();
            factory.setTrustAllHosts(true);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isOnLoopback(String host) {
        return host.equals("localhost")
                || host.matches("127(\\.[0-9]{1,3}){3}")
                || host.equals("::1")
                || host.equals("[::1]");
    }
}
