package com.newgroktimes.digest.editions;

import java.net.URI;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.Purpose;
import com.newgroktimes.digest.platform.SignedLinks;

/** Links to the page of an edition that readers cannot see yet, for whoever was sent a test of it. */
@Component
public class PreviewLinks {

    private static final Purpose PURPOSE = Purpose.undated("edition preview");

    private final SignedLinks links;
    private final Publication publication;

    PreviewLinks(SignedLinks links, Publication publication) {
        this.links = links;
        this.publication = publication;
    }

    public URI to(int edition) {
        return publication.at(
                "/editions/%d/preview/%s".formatted(edition, links.sign(PURPOSE, edition, Instant.EPOCH)));
    }

    /** Whether it is, character by character, our link to this edition. */
    public boolean opens(int edition, String token) {
        return links.read(PURPOSE, token)
                .filter(link -> link.subject() == edition)
                .isPresent();
    }
}
