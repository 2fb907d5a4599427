package com.newgroktimes.digest.mail.smtp;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How much a relay takes in one session, where it says so (RFC 9422). A message of ours has one recipient, so RCPTMAX never binds. */
final class Limits {

    private static final Pattern MAILMAX = limit("MAILMAX");
    private static final Pattern RCPTDOMAINMAX = limit("RCPTDOMAINMAX");

    private final int mailMax;
    private final int domainMax;
    private final Set<String> domains = new HashSet<>();
    private int mails;

    /** @param announced what stood behind LIMITS in the answer to EHLO */
    Limits(@Nullable String announced) {
        mailMax = announced == null ? Integer.MAX_VALUE : read(MAILMAX, announced);
        domainMax = announced == null ? Integer.MAX_VALUE : read(RCPTDOMAINMAX, announced);
    }

    private static Pattern limit(String name) {
        return Pattern.compile("(?:^|\\s)" + name + "=([1-9][0-9]{0,5})(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    }

    private static int read(Pattern limit, String announced) {
        Matcher found = limit.matcher(announced);
        return found.find() ? Integer.parseInt(found.group(1)) : Integer.MAX_VALUE;
    }

    boolean areReached() {
        return mails >= mailMax;
    }

    boolean allow(String domain) {
        return !areReached() && (domains.size() < domainMax || domains.contains(domain));
    }

    void count(String domain) {
        mails++;
        if (domainMax < Integer.MAX_VALUE) {
            domains.add(domain);
        }
    }
}
