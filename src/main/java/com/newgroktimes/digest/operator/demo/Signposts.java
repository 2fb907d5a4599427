package com.newgroktimes.digest.operator.demo;

import java.nio.file.Path;
import java.util.Optional;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.SignInLinks;

/** Where a visitor goes from here. */
final class Signposts {

    private final Publication publication;
    private final SignInLinks links;
    private final Path data;

    Signposts(Publication publication, SignInLinks links, Path data) {
        this.publication = publication;
        this.links = links;
        this.data = data;
    }

    String text(Optional<Edition> ready) {
        return """


                The demonstration is ready. Nothing leaves this machine.

                  Sign in to the console, once   %s
                  Read the mail                  %s
                  %-29s  %s
                  Sign up yourself               %s

                It keeps running until you stop it, and keeps everything in %s.
                """.formatted(
                        links.issue("operator"),
                        publication.at("/console/outbox"),
                        ready.map(edition -> "Send edition " + edition.number()).orElse("Make the next edition"),
                        publication.at("/console/editions"
                                + ready.map(edition -> "/" + edition.number()).orElse("")),
                        publication.at("/subscribe"),
                        data);
    }
}
