package com.newgroktimes.digest.mail;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Relays repeat the address they refuse, or tell where it is forwarded to; their words get into logs and onto pages. */
final class Masking {

    private static final Pattern ADDRESS =
            Pattern.compile("(?U)(?<local>\"[^\"]{1,64}\"|[^\\s<>()\\[\\],;:\"']{1,200}?)(?<at>@|%40)(?=[\\w\\[])");

    private Masking() {}

    /** Every address is left with its first letter and its domain. */
    static String mask(String said, EmailAddress to) {
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
