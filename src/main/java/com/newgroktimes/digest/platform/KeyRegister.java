package com.newgroktimes.digest.platform;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toSet;

/** Remembers by which keys this database was used, so that it is never used with strangers. */
@Component
class KeyRegister {

    private static final Logger log = LoggerFactory.getLogger(KeyRegister.class);

    private final JdbcClient database;
    private final Clock clock;

    KeyRegister(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The keys in the file, which is made where neither it nor a trace of other keys is there. */
    Keys admit(SecretFile file) {
        Set<String> known = known();
        List<Key> keys = file.read().orElseGet(() -> known.isEmpty() ? file.make() : List.of());
        Set<String> held = keys.stream().map(Key::fingerprint).collect(toSet());
        if (!known.isEmpty() && held.stream().noneMatch(known::contains)) {
            throw strangers(file, known, held);
        }
        warnOfMissing(file, known, held);
        held.forEach(this::remember);
        return new Keys(keys);
    }

    private Set<String> known() {
        return database.sql("select fingerprint from secret_key")
                .query(String.class)
                .set();
    }

    private void remember(String fingerprint) {
        database.sql("""
                        insert into secret_key (fingerprint, first_seen)
                        values (:fingerprint, :now)
                        on conflict (fingerprint) do nothing
                        """)
                .param("fingerprint", fingerprint)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private static void warnOfMissing(SecretFile file, Set<String> known, Set<String> held) {
        List<String> missing =
                known.stream().filter(key -> !held.contains(key)).sorted().toList();
        if (!missing.isEmpty()) {
            log.warn(
                    "The secret file {} lacks {} that this database was used with. Links in mails sent under it do not"
                            + " open any more: put the old key back, below the new one.",
                    file.path(),
                    missing);
        }
    }

    private static StartRefused strangers(SecretFile file, Set<String> known, Set<String> held) {
        String found = held.isEmpty() ? "is not there" : "holds other keys, " + held;
        return new StartRefused(
                "This database was used with the keys %s, and the secret file %s %s. Links in mails that were sent could not be read."
                        .formatted(known, file.path(), found),
                "Put the secret file that belongs to this database there, or name its place in digest.secret-file."
                        + " If it is lost for good, empty the table secret_key: those links then stay dead.");
    }
}
