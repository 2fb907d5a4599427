package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.subscribers.SubscriberSettings.Limits;
import com.newgroktimes.digest.subscribers.admission.AdmissionSettings;
import com.newgroktimes.digest.subscribers.admission.DisposableDomains;
import com.newgroktimes.digest.subscribers.admission.Limit;
import com.newgroktimes.digest.subscribers.admission.MailDomains;
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
    private final DisposableDomains disposable;
    private final MailDomains domains;
    private final Limits limits;
    private final boolean open;
    private final SignUpMeter meter;

    Admission(
            RecentRequests requests,
            DisposableDomains disposable,
            MailDomains domains,
            SubscriberSettings settings,
            AdmissionSettings admission,
            SignUpMeter meter) {
        this.requests = requests;
        this.disposable = disposable;
        this.domains = domains;
        this.limits = settings.limits();
        this.open = admission.open();
        this.meter = meter;
    }

    /** Whether new readers are taken. */
    public boolean isOpen() {
        return open;
    }

    /** For whoever wants the digest. */
    public Verdict toJoin(ClientAddress client, EmailAddress address) {
        if (!open) {
            meter.count("closed");
            return Verdict.CLOSED;
        }
        return toMove(client, address);
    }

    /** For a reader who wants the digest there: they are on the list already, whether or not it takes others. */
    public Verdict toMove(ClientAddress client, EmailAddress address) {
        if (!counts(by(client, address))) {
            return Verdict.TOO_MANY;
        }
        if (disposable.refuse(address.domain())) {
            meter.count("disposable");
            return Verdict.DISPOSABLE;
        }
        if (domains.takesNoMail(address.domain())) {
            meter.count("no-mail-there");
            return Verdict.NO_MAIL_THERE;
        }
        meter.count("admitted");
        return Verdict.ADMITTED;
    }

    /**
     * What an operator is told who adds somebody else: nothing is counted, and it is theirs to decide.
     *
     * @return {@link Verdict#DISPOSABLE}, {@link Verdict#NO_MAIL_THERE}, or nothing
     */
    public Optional<Verdict> doubt(EmailAddress address) {
        if (disposable.refuse(address.domain()) || disposable.mark(address.domain())) {
            return Optional.of(Verdict.DISPOSABLE);
        }
        return domains.takesNoMail(address.domain()) ? Optional.of(Verdict.NO_MAIL_THERE) : Optional.empty();
    }

    /** For whoever wants to be mailed something else, such as the way out. False where too many ask. */
    public boolean toAsk(ClientAddress client, EmailAddress address) {
        boolean admitted = counts(by(client, address));
        if (admitted) {
            meter.count("admitted");
        }
        return admitted;
    }

    /** For a program that filled in what no person sees: nothing is done for it, and it is counted like everybody. */
    public boolean trapped(ClientAddress client) {
        meter.count("trapped");
        return counts(Stream.of(network(client), total()));
    }

    private boolean counts(Stream<Counted> by) {
        Optional<Limit> limit = limited(by);
        limit.map(Admission::outcome).ifPresent(meter::count);
        return limit.isEmpty();
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
