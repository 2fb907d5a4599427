package com.newgroktimes.digest.subscribers.admission;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.subscribers.admission.AdmissionSettings.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

class DisposableDomainsTest {

    @Test
    void theWellKnownOnesAreKnownAndWhatIsBelowThem() {
        DisposableDomains domains = treated(Disposable.REFUSE);

        assertThat(domains.refuse("mailinator.com")).isTrue();
        assertThat(domains.refuse("anything.mailinator.com")).isTrue();
        assertThat(domains.refuse("notmailinator.com")).isFalse();
        assertThat(domains.refuse("example.org")).isFalse();
        assertThat(domains.refuse("com")).isFalse();
    }

    @Test
    void aPublicationNamesMore() {
        DisposableDomains domains = treated(Disposable.REFUSE, " Throw-Away.example ");

        assertThat(domains.refuse("throw-away.example")).isTrue();
        assertThat(domains.refuse("a.b.throw-away.example")).isTrue();
    }

    @Test
    void theSettingSaysWhatBecomesOfThem() {
        assertThat(treated(Disposable.MARK).mark("mailinator.com")).isTrue();
        assertThat(treated(Disposable.MARK).refuse("mailinator.com")).isFalse();
        assertThat(treated(Disposable.REFUSE).mark("mailinator.com")).isFalse();
        assertThat(treated(Disposable.ACCEPT).mark("mailinator.com")).isFalse();
        assertThat(treated(Disposable.ACCEPT).refuse("mailinator.com")).isFalse();
    }

    private static DisposableDomains treated(Disposable how, String... more) {
        return new DisposableDomains(new AdmissionSettings(true, how, List.of(more), false));
    }
}
