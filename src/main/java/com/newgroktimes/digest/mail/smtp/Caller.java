package com.newgroktimes.digest.mail.smtp;

import java.util.Set;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The mail library's way to a relay, made stricter where it goes on after a refusal. */
final class Caller extends SMTPTransport {

    /** A relay that knows no EHLO says so by these (RFC 5321 §3.2); by others it refuses us, and would refuse HELO. */
    private static final Set<Integer> KNOWS_NO_EHLO = Set.of(500, 502);

    private boolean beyondGreeting;

    Caller(Session session, URLName relay) {
        super(session, relay);
    }

    /** Whether it got as far as TLS, where what the relay knew to do in the clear has to be forgotten (RFC 3207 §4.2). */
    boolean hasAskedForTls() {
        return beyondGreeting;
    }

    /** Where it does not, the library goes on without having signed in. */
    boolean letsSignIn() {
        return supportsExtension("AUTH") || supportsExtension("AUTH=LOGIN");
    }

    @Override
    protected boolean ehlo(String hello) throws MessagingException {
        boolean known = super.ehlo(hello);
        if (!known && (beyondGreeting || !KNOWS_NO_EHLO.contains(getLastReturnCode()))) {
            throw new MessagingException(getLastServerResponse());
        }
        return known;
    }

    /** Also called where the relay refuses the password in the clear, which is no time to begin with TLS. */
    @Override
    protected void startTLS() throws MessagingException {
        if (beyondGreeting || !isWanted() || !supportsExtension("STARTTLS")) {
            throw new MessagingException(getLastServerResponse());
        }
        beyondGreeting = true;
        super.startTLS();
    }

    private boolean isWanted() {
        return getStartTLS() || getRequireStartTLS();
    }
}
