package com.newgroktimes.digest.mail;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Relays repeat the address they refuse, or tell where it is forwarded to; their words get into logs and onto pages. */
final class Masking {

    private static final Pattern ADDRESS =
            Pattern.compile("(?U)(?<local>\"[^\"]{1,64}\"|[^\\s<>()\\[\\],;:\"']{1,200}?)(?<at>@|%40)(?=[\\w\\[])");

    private static final Pattern CODES = Pattern.compile("^(?:\\d{3}\\b[ -]?)?(?:\\d\\.\\d{1,3}\\.\\d{1,3}\\b ?)?");

    private Masking() {}

    /** Every address is left with its first letter and its domain. Of words that tell the reader's in disguise, the codes alone are left. */
    static String mask(String said, EmailAddress to) {
        String masked = masked(said, to);
        return to.isIn(masked) ? codes(masked) + "(words that tell the address)" : masked;
    }

    private static String codes(String said) {
        Matcher codes = CODES.matcher(said);
        return codes.find() ? codes.group() : "";
    }

    private static String masked(String said, EmailAddress to) {
        if (said.indexOf('@') < 0 && said.indexOf("%40") < 0) {
            return said;
        }
        String known = Pattern.compile(Pattern.quote(to.key()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(said)
                .replaceAll(Matcher.quoteReplacement(to.masked()));
        return ADDRESS.matcher(known).replaceAll(Masking::masked);
    }

    private static String masked(MatchResult address) {
        String local = address.group(1);
        int first = local.startsWith("\"") ? 1 : 0;
        return Matcher.quoteReplacement(Character.toString(local.codePointAt(first)) + "…" + address.group(2));
    }
}
