package com.newgroktimes.digest.delivery.run;

import java.util.List;

import com.newgroktimes.digest.delivery.DeliverySettings.DestinationLimits;

/**
 * What large providers are assumed to bear before they have answered anything: connections at once, as experienced senders of a good
 * name use them. None has a pace: who is new there sets one, and who is not is told by the answers.
 */
final class StartingLimits {

    static final List<DestinationLimits> ALL = List.of(
            of("google.com", 20, "gmail.com", "googlemail.com"),
            of("outlook.com", 20, "outlook.com", "hotmail.com", "live.com", "msn.com"),
            of("yahoodns.net", 10, "yahoo.com", "ymail.com", "rocketmail.com", "aol.com"),
            of("icloud.com", 10, "icloud.com", "me.com", "mac.com"),
            of("gmx.net", 10, "gmx.net", "gmx.de", "gmx.at", "gmx.ch", "web.de"),
            of("t-online.de", 10, "t-online.de"),
            of("comcast.net", 10, "comcast.net"),
            of("orange.fr", 3, "orange.fr", "wanadoo.fr"),
            of("laposte.net", 3, "laposte.net"));

    private StartingLimits() {}

    private static DestinationLimits of(String name, int connections, String... domains) {
        return new DestinationLimits(name, List.of(domains), connections, 0);
    }
}
