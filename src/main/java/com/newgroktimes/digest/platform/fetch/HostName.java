package com.newgroktimes.digest.platform.fetch;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name or address of a host: in small letters, without the brackets of an address and the dot at a name's end. */
record HostName(String value) {

    /** An IPv6 address has two colons at least; one with a single colon would be a port's. */
    private static final Pattern HOST = Pattern.compile("[\\w.-]+|\\[?(?=(?:[^:]*:){2})[0-9a-fA-F:.]+]?");

    /** How settings are read, and how requests name it. */
    public static HostName valueOf(String given) {
        if (!HOST.matcher(given.strip()).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no host. Give its name or address alone, without https:// and without a port."
                            .formatted(given.strip()));
        }
        return new HostName(given.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", ""));
    }
}
