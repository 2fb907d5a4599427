package com.newgroktimes.digest.subscribers;

import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.subscribers.admission.AdmissionSettings;
import com.newgroktimes.digest.subscribers.admission.AdmissionSettings.Disposable;
import com.newgroktimes.digest.subscribers.admission.DisposableDomains;
import com.newgroktimes.digest.subscribers.admission.MailDomains;
import com.newgroktimes.digest.subscribers.admission.RecentRequests;
import com.newgroktimes.digest.testing.SettableClock;

/** Admission in other settings than those of the service under test. */
public final class OtherAdmissions {

    private OtherAdmissions() {}

    public static Admission closed(RecentRequests requests) {
        return with(requests, new AdmissionSettings(false, Disposable.MARK, List.of(), false));
    }

    public static Admission refusing(RecentRequests requests, String disposableDomain) {
        return with(requests, new AdmissionSettings(true, Disposable.REFUSE, List.of(disposableDomain), false));
    }

    public static Admission asking(RecentRequests requests, MailDomains domains) {
        return with(requests, new AdmissionSettings(true, Disposable.ACCEPT, List.of(), true), domains);
    }

    private static Admission with(RecentRequests requests, AdmissionSettings settings) {
        return with(requests, settings, new MailDomains(false, Resolver.ofTheSystem(), new SettableClock()));
    }

    private static Admission with(RecentRequests requests, AdmissionSettings settings, MailDomains domains) {
        return new Admission(
                requests,
                new DisposableDomains(settings),
                domains,
                new SubscriberSettings(
                        false, 600, List.of(), Origins.Kept.SHORTENED, new SubscriberSettings.Limits(100, 100, 100)),
                settings,
                new SignUpMeter(new SimpleMeterRegistry()));
    }
}
