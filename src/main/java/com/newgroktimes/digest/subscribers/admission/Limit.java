package com.newgroktimes.digest.subscribers.admission;

/** What requests are counted by; nobody may come too often by any of them. In the order in which one is named that several hold. */
public enum Limit {
    /** One IPv4 address or IPv6 /64. */
    NETWORK,
    /** Addresses of one domain, from wherever. */
    DOMAIN,
    /** All, from everywhere. */
    TOTAL
}
