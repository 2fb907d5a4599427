package com.newgroktimes.digest.delivery.spam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port: {@code localhost:783}, {@code [::1]:783}. */
record SpamdAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /** How settings are read. */
    public static SpamdAddress valueOf(String given) {
        Matcher form = FORM.matcher(given.strip());
        int port = form.matches() ? Integer.parseInt(form.group(2)) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "\"%s\" is no host and port. Write them as localhost:783.".formatted(given.strip()));
        }
        return new SpamdAddress(form.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
