package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the mailbox provider that was probably meant: one slip of the finger away from what was typed. */
public final class LikelySlip {

    private static final List<String> MEANT = List.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "yahoo.com",
            "icloud.com",
            "protonmail.com",
            "aol.com");

    /** They look like slips of those, and are there. */
    private static final Set<String> REAL = Set.of("hotmail.co", "yahoo.co", "outlook.co");

    /** What is one letter away from a shorter name is as often a name of its own. */
    private static final int LONG_ENOUGH = "gmail.com".length();

    private LikelySlip() {}

    /** The address as it was probably meant. */
    public static Optional<String> in(EmailAddress address) {
        String domain = address.domain();
        if (MEANT.contains(domain) || REAL.contains(domain)) {
            return Optional.empty();
        }
        return MEANT.stream()
                .filter(meant -> beginsAlike(domain, meant) && isOneSlipAway(domain, meant))
                .map(meant -> address.localPart() + "@" + meant)
                .findFirst();
    }

    /** Fingers slip later on; mail.com, email.com, ymail.com and bol.com are other names. */
    private static boolean beginsAlike(String typed, String meant) {
        int same = meant.length() >= LONG_ENOUGH ? 1 : meant.indexOf('.');
        return typed.startsWith(meant.substring(0, same));
    }

    /** One letter too many, too few or wrong, or two neighbours swapped. */
    private static boolean isOneSlipAway(String typed, String meant) {
        int same = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String restTyped = typed.substring(same);
        String restMeant = meant.substring(same);
        return from(restTyped, 1).equals(restMeant)
                || restTyped.equals(from(restMeant, 1))
                || from(restTyped, 1).equals(from(restMeant, 1))
                || isSwapped(restTyped, restMeant);
    }

    private static boolean isSwapped(String typed, String meant) {
        return typed.length() > 1
                && meant.length() > 1
                && typed.charAt(0) == meant.charAt(1)
                && typed.charAt(1) == meant.charAt(0)
                && from(typed, 2).equals(from(meant, 2));
    }

    private static String from(String text, int index) {
        return index > text.length() ? "" : text.substring(index);
    }
}
