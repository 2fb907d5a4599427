package com.newgroktimes.digest.testing;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

import com.newgroktimes.digest.platform.Publication;

/** A publication for tests that start no service. */
public final class SamplePublication {

    public static final Publication PUBLICATION = new Publication(
            "The New Grok Times",
            "The news. The narrative. The timeline.",
            "1 Example Street, 00000 Sampletown",
            ZoneId.of("UTC"),
            URI.create(ServiceUnderTest.BASE_URL),
            URI.create("https://newgroktimes.example"),
            List.of());

    private SamplePublication() {}
}
