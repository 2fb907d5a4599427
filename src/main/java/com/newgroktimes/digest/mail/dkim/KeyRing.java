package com.newgroktimes.digest.mail.dkim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the settings, as their files last were. Of each algorithm one signs: the first that is known to be in the DNS; while that is
 * known of none, the last of those that may be. So a new key may stand before the old one already, and takes over once it is published,
 * and not because the DNS has not answered yet.
 */
public final class KeyRing {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final List<Entry> entries = new ArrayList<>();
    private final Map<SigningKey, Boolean> published = new HashMap<>();
    private volatile List<SigningKey> signing = List.of();

    /** What was read of one place. */
    private static final class Entry {

        private final String selector;
        private final KeyFile file;
        private String content;
        private SigningKey key;
        private Optional<String> fault = Optional.empty();

        private Entry(KeyPlace place) throws UnusableKey {
            selector = place.selector();
            file = new KeyFile(place.file());
            content = file.content();
            key = KeyFile.key(selector, content);
        }

        private boolean readAgain() {
            try {
                String now = file.content();
                boolean changed = !now.equals(content);
                if (changed) {
                    key = KeyFile.key(selector, now);
                    content = now;
                }
                fault = Optional.empty();
                return changed;
            } catch (UnusableKey e) {
                stays(e.what());
                return false;
            }
        }

        private void stays(String what) {
            if (!fault.equals(Optional.of(what))) {
                log.warn(
                        "The DKIM key {} was not read again: {} {} The key that it held before goes on signing.",
                        selector,
                        file.path(),
                        what);
            }
            fault = Optional.of(what);
        }
    }

    /** @throws UnusableKey where a file has no key that signs */
    public KeyRing(List<KeyPlace> places) throws UnusableKey {
        for (KeyPlace place : places) {
            entries.add(new Entry(place));
        }
        choose();
    }

    /** Those that sign now, at most one of each algorithm. A message is signed by one such list, whatever happens to the files meanwhile. */
    public List<SigningKey> signing() {
        return signing;
    }

    synchronized List<SigningKey> all() {
        return entries.stream().map(entry -> entry.key).toList();
    }

    /** Why the file of a key could not be read again; empty where it could. */
    synchronized Optional<String> fault(SigningKey key) {
        return entries.stream()
                .filter(entry -> entry.key == key)
                .findFirst()
                .flatMap(entry -> entry.fault.map(what -> entry.file.path() + " " + what));
    }

    /** Files whose key can be read by everybody on the machine. */
    public List<Path> openToAll() {
        return entries.stream()
                .map(entry -> entry.file)
                .filter(KeyFile::isOpenToAll)
                .map(KeyFile::path)
                .toList();
    }

    /** Takes keys that were replaced. A file that cannot be used leaves the key that was there before, and says so. */
    synchronized void readAgain() {
        for (Entry entry : entries) {
            if (entry.readAgain()) {
                log.info("The DKIM key {} was replaced in {}.", entry.selector, entry.file.path());
            }
        }
        choose();
    }

    /** What the DNS said of a key, where it said anything. */
    synchronized void known(SigningKey key, boolean isPublished) {
        published.put(key, isPublished);
        choose();
    }

    private void choose() {
        List<SigningKey> now = Arrays.stream(Algorithm.values())
                .flatMap(algorithm -> first(algorithm).stream())
                .toList();
        if (!signing.isEmpty() && !now.equals(signing)) {
            log.info(
                    "From now on mails are signed by DKIM with {}.",
                    now.stream().map(SigningKey::selector).toList());
        }
        published.keySet().retainAll(entries.stream().map(entry -> entry.key).toList());
        signing = now;
    }

    private Optional<SigningKey> first(Algorithm algorithm) {
        List<SigningKey> able = entries.stream()
                .map(entry -> entry.key)
                .filter(key -> key.algorithm() == algorithm)
                .toList();
        return able.stream()
                .filter(key -> published.getOrDefault(key, false))
                .findFirst()
                .or(() ->
                        able.stream().filter(key -> !published.containsKey(key)).reduce((newer, older) -> older))
                .or(() -> able.stream().findFirst());
    }
}
