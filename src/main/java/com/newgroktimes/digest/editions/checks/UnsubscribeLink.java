package com.newgroktimes.digest.editions.checks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.newgroktimes.digest.editions.Finding;

/** Every copy has the link that stops the mail and the link to the settings, in both parts, at an address that works. */
final class UnsubscribeLink implements Rule {

    @Override
    public String id() {
        return "unsubscribe-link";
    }

    @Override
    public List<Finding> look(Proof proof) {
        var findings = new ArrayList<Finding>();
        lookAtAddress(proof.publication().baseUrl(), findings);
        for (LongestCopy copy : proof.copies()) {
            if (!inHtml(copy, copy.unsubscribe())
                    || !copy.text().contains(copy.unsubscribe().toString())) {
                findings.add(Finding.stops("missing"));
            }
            if (!inHtml(copy, copy.settings())
                    || !copy.text().contains(copy.settings().toString())) {
                findings.add(Finding.stops("no-settings"));
            }
        }
        return findings;
    }

    /** RFC 8058 §3.1: mail programs press the link only where it is an https one. */
    private static void lookAtAddress(URI baseUrl, List<Finding> findings) {
        if (Loopback.is(baseUrl)) {
            findings.add(Finding.look("loopback", baseUrl));
        } else if (!"https".equals(baseUrl.getScheme())) {
            findings.add(Finding.stops("not-https", baseUrl));
        }
    }

    private static boolean inHtml(LongestCopy copy, URI link) {
        return copy.html().contains("href=\"" + link + "\"");
    }
}
