package com.newgroktimes.digest.platform;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

/** Links by which an operator signs in: each works once, within an hour. Only their hashes are kept. */
@Component
public class SignInLinks {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient database;
    private final Clock clock;
    private final Publication publication;
    private final SecureRandom random = new SecureRandom();

    SignInLinks(JdbcClient database, Clock clock, Publication publication) {
        this.database = database;
        this.clock = clock;
        this.publication = publication;
    }

    public URI issue(String operator) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        forgetOld();
        database.sql("insert into sign_in_link (hash, operator, expires_at) values (:hash, :operator, :expires)")
                .param("hash", hash(token))
                .param("operator", operator)
                .param("expires", now().plus(LIFE))
                .update();
        return publication.at("/console/sign-in/" + token);
    }

    /** Whether the link would sign someone in now; asking uses nothing up. */
    public boolean opens(String token) {
        return database.sql("""
                        select exists (
                            select from sign_in_link
                             where hash = :hash
                               and used_at is null
                               and expires_at > :now)
                        """)
                .param("hash", hash(token))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** The operator whom this link signs in; empty where it is unknown, used or too old. */
    public Optional<String> use(String token) {
        return database.sql("""
                        update sign_in_link
                           set used_at = :now
                         where hash = :hash
                           and used_at is null
                           and expires_at > :now
                        returning operator
                        """)
                .param("hash", hash(token))
                .param("now", now())
                .query(String.class)
                .optional();
    }

    private void forgetOld() {
        database.sql("delete from sign_in_link where expires_at < :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /** Tokens are random and long: a plain hash of one cannot be searched. */
    private static byte[] hash(String token) {
        return Sha256.of(token.getBytes(US_ASCII)).bytes();
    }
}
