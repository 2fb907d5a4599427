package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.subscribers.SubscriberSettings.Limits;
import com.newgroktimes.digest.subscribers.admission.Limit;
import com.newgroktimes.digest.subscribers.admission.RecentRequests;
import com.newgroktimes.digest.subscribers.admission.RecentRequests.Counted;

/**
 * Asked at every door that is open to anyone, before anything else is: the form, the API, the forms on other sites, asking again,
 * asking for the way out. Belongs in no transaction.
 */
@Component
public class Admission {

    /** After that long, some of what was counted is forgotten. */
    public static final Duration WORTH_ANOTHER_TRY = RecentRequests.SLICE;

    private final RecentRequests requests;
    private final Limits limits;
    private final SignUpMeter meter;

    Admission(RecentRequests requests, SubscriberSettings settings, SignUpMeter meter) {
        this.requests = requests;
        this.limits = settings.limits();
        this.meter = meter;
    }

    /** For whoever wants the digest. */
    public Verdict toJoin(ClientAddress client, EmailAddress address) {
        return admit(by(client, address));
    }

    /** For whoever wants to be mailed something else, such as the way out. */
    public Verdict toAsk(ClientAddress client, EmailAddress address) {
        return admit(by(client, address));
    }

    /** For a program that filled in what no person sees: nothing is done for it, and it is counted like everybody. */
    public Verdict trapped(ClientAddress client) {
        meter.count("trapped");
        return limited(Stream.of(network(client), total())).isEmpty() ? Verdict.ADMITTED : Verdict.TOO_MANY;
    }

    private Verdict admit(Stream<Counted> by) {
        Optional<Limit> limit = limited(by);
        meter.count(limit.map(Admission::outcome).orElse("admitted"));
        return limit.isEmpty() ? Verdict.ADMITTED : Verdict.TOO_MANY;
    }

    private Optional<Limit> limited(Stream<Counted> by) {
        List<Counted> limited = by.filter(counted -> counted.most() > 0).toList();
        return requests.count(limited);
    }

    private Stream<Counted> by(ClientAddress client, EmailAddress address) {
        return Stream.of(network(client), new Counted(Limit.DOMAIN, address.domain(), limits.perDomain()), total());
    }

    private Counted network(ClientAddress client) {
        return new Counted(Limit.NETWORK, client.network(), limits.perNetwork());
    }

    private Counted total() {
        return new Counted(Limit.TOTAL, "", limits.total());
    }

    private static String outcome(Limit limit) {
        return switch (limit) {
            case NETWORK -> "limit-network";
            case DOMAIN -> "limit-domain";
            case TOTAL -> "limit-total";
        };
    }
}
