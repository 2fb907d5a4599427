package com.newgroktimes.digest.platform.fetch;

import java.net.URI;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a host does not prove that it is the one that was called, and what is to be done. */
final class Unproven {

    private static final Pattern OTHER_NAME = Pattern.compile("(?i)No (?:subject alternative|name matching)");

    private final URI address;
    private final SSLException fault;

    private Unproven(URI address, SSLException fault) {
        this.address = address;
        this.fault = fault;
    }

    static String what(URI address, SSLException fault) {
        return "does not prove who it is: " + new Unproven(address, fault).why();
    }

    private String why() {
        if (isExpired()) {
            return "its certificate has expired%s. Whoever runs that site must renew it."
                    .formatted(day(X509Certificate::getNotAfter, " on %s"));
        }
        if (isTooEarly()) {
            return "its certificate is not valid yet%s. Look at this machine's clock; if that is right, whoever runs the site must mend it."
                    .formatted(day(X509Certificate::getNotBefore, ", only from %s"));
        }
        if (isForOthers()) {
            return "its certificate is for other names than %s. See whether the address is right; if it is, whoever runs the site must mend it."
                    .formatted(address.getHost());
        }
        if (causes(CertPathBuilderException.class).findAny().isPresent()) {
            return "nobody known here has signed its certificate, or it leaves out who did. Whoever runs that site must mend it;"
                    + " if it is yours, make its issuer known to this Java (-Djavax.net.ssl.trustStore).";
        }
        return "no safe connection comes about (%s). Its certificate or its TLS must be mended."
                .formatted(fault.getMessage());
    }

    private boolean isExpired() {
        return causes(CertificateExpiredException.class).findAny().isPresent() || isRefusedFor(BasicReason.EXPIRED);
    }

    private boolean isTooEarly() {
        return causes(CertificateNotYetValidException.class).findAny().isPresent()
                || isRefusedFor(BasicReason.NOT_YET_VALID);
    }

    private boolean isRefusedFor(BasicReason reason) {
        return causes(CertPathValidatorException.class).anyMatch(refused -> refused.getReason() == reason);
    }

    /** Only the words of Java's own check tell it from other faults of a certificate. */
    private boolean isForOthers() {
        return fault instanceof SSLPeerUnverifiedException
                || causes(CertificateException.class)
                        .anyMatch(refused -> OTHER_NAME
                                .matcher(String.valueOf(refused.getMessage()))
                                .find());
    }

    /** Empty where it is not told which of its certificates it is. */
    private String day(Function<X509Certificate, Date> limit, String words) {
        return causes(CertPathValidatorException.class)
                .flatMap(refused -> certificate(refused).stream())
                .map(certificate -> words.formatted(limit.apply(certificate)
                        .toInstant()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()))
                .findFirst()
                .orElse("");
    }

    private static Optional<X509Certificate> certificate(CertPathValidatorException refused) {
        CertPath path = refused.getCertPath();
        return path != null
                        && refused.getIndex() >= 0
                        && path.getCertificates().get(refused.getIndex()) instanceof X509Certificate certificate
                ? Optional.of(certificate)
                : Optional.empty();
    }

    private <T extends Throwable> Stream<T> causes(Class<T> kind) {
        return Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
