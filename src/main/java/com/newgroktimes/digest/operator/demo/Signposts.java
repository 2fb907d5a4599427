package com.newgroktimes.digest.operator.demo;

import java.nio.file.Path;

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

    String text(Edition next) {
        return """


                The demonstration is ready. Nothing leaves this machine.

                  Sign in to the console, once   %s
                  Read the mail                  %s
                  Send the next edition          %s
                  Sign up yourself               %s

                It keeps running until you stop it, and keeps everything in %s.
                """.formatted(
                        links.issue("operator"),
                        publication.at("/console/outbox"),
                        publication.at("/console/editions/" + next.number()),
                        publication.at("/subscribe"),
                        data);
    }
}
