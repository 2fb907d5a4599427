package com.newgroktimes.digest.subscribers.imports;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.newgroktimes.digest.platform.Problem;

/** The systems whose lists are understood as they were exported. */
enum Dialect {
    LISTMONK(new ListmonkList()),
    MAILCHIMP(new MailchimpList()),
    GHOST(new GhostList()),
    KEILA(new KeilaList());

    private final ForeignList list;

    Dialect(ForeignList list) {
        this.list = list;
    }

    ForeignList list() {
        return list;
    }

    /** @throws Problem where there is none of that name */
    static Optional<Dialect> named(String profile) {
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(dialect -> dialect.toString().equals(profile))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.INVALID,
                        "An unknown profile",
                        "\"%s\" is no profile. Possible: %s; without one, the first line tells. Nothing was read."
                                .formatted(
                                        Unusable.shown(profile),
                                        Arrays.stream(values())
                                                .map(Dialect::toString)
                                                .collect(Collectors.joining(", "))))));
    }

    /** By the names of the columns, in lower case. */
    static Optional<Dialect> recognised(Collection<String> names) {
        return Arrays.stream(values())
                .filter(dialect -> names.containsAll(dialect.list.signs()))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
