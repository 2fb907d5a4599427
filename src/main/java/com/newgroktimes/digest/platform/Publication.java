package com.newgroktimes.digest.platform;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/**
 * Who publishes: the words and addresses that pages and mails begin with.
 *
 * @param baseUrl       the public address of this service, without a slash at its end
 * @param siteUrl       the publication's own site, without a slash at its end
 * @param postalAddress printed in every mail
 * @param sections      the sections in their order; empty: as the stories have them
 */
public record Publication(
        String name,
        String tagline,
        String postalAddress,
        ZoneId timeZone,
        URI baseUrl,
        URI siteUrl,
        List<String> sections) {

    /** The public address of a path that begins with a slash. */
    public URI at(String path) {
        return URI.create(baseUrl + path);
    }
}
