package com.newgroktimes.digest.subscribers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.mail.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class RoughInboxTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, Ada+news@EXAMPLE.org",
        "ada@gmail.com, a.d.a+news@googlemail.com",
        "stra\u00dfe@example.org, strasse\u0301@example.org",
    })
    void spellingsOfOneAreOne(String one, String other) {
        assertThat(inbox(one)).isEqualTo(inbox(other));
    }

    @Test
    void theSameNameAtAnotherDomainIsAnother() {
        assertThat(inbox("info@example.org")).isNotEqualTo(inbox("info@example.net"));
        assertThat(inbox("stra\u00dfe@example.org")).isNotEqualTo(inbox("stra\u00dfe@example.net"));
    }

    private static RoughInbox inbox(String address) {
        return RoughInbox.of(EmailAddress.parse(address));
    }
}
