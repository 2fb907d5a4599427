package com.newgroktimes.digest.platform;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A setting that is the address of a site: http or https and a host, perhaps a port and a path, nothing else. */
record SiteAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Takes a slash off its end, so that paths can be put behind it. */
    static SiteAddress parse(String key, URI given) {
        if (given.getScheme() == null || !SCHEMES.contains(given.getScheme())) {
            throw StartRefused.setting(key, given, "it must begin with https:// or http://.");
        }
        if (given.getHost() == null) {
            throw StartRefused.setting(key, given, "it names no host.");
        }
        if (isPresent(given.getRawUserInfo(), given.getRawQuery(), given.getRawFragment())) {
            throw StartRefused.setting(key, given, "it must be an address without user, query and fragment.");
        }
        return new SiteAddress(URI.create(given.toString().replaceFirst("/+$", "")));
    }

    private static boolean isPresent(@Nullable String... parts) {
        for (String part : parts) {
            if (part != null) {
                return true;
            }
        }
        return false;
    }
}
