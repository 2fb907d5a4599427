package com.newgroktimes.digest.platform.fetch;

import java.util.Locale;

/** The name or address of a host: in small letters, without the brackets of an address and the dot at a name's end. */
record HostName(String value) {

    /** How settings are read, and how requests name it. */
    public static HostName valueOf(String given) {
        if (!given.strip().matches("[\\w.-]+|\\[?[0-9a-fA-F:.]+]?")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no host. Give its name or address alone, without https:// and without a port."
                            .formatted(given.strip()));
        }
        return new HostName(given.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", ""));
    }
}
