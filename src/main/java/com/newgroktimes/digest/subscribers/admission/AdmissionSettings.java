package com.newgroktimes.digest.subscribers.admission;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask for the digest.
 *
 * @param open              whether new readers are taken
 * @param disposable        what becomes of an address that is made to be thrown away
 * @param disposableDomains domains of such addresses, beside those that we know; what is below one of them counts too
 * @param dnsCheck          whether the DNS is asked if mail can be sent to the domain of an address
 */
@ConfigurationProperties("digest.subscribers")
public record AdmissionSettings(
        @DefaultValue("true") boolean open,
        @DefaultValue("mark") Disposable disposable,
        @DefaultValue List<String> disposableDomains,
        @DefaultValue("false") boolean dnsCheck) {

    public enum Disposable {
        /** It is taken like any other, and its evidence says so. */
        MARK,
        REFUSE,
        ACCEPT
    }
}
