package com.newgroktimes.digest.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        // Postfix
        "250 2.0.0 Ok: queued as 4XyZ1b2c3dz9rxx, 4XyZ1b2c3dz9rxx",
        "250 2.0.0 Ok: queued as 9F2A01C0B7, 9F2A01C0B7",
        // Exim
        "250 OK id=1tF3xQ-0000000AbCd-2kLm, 1tF3xQ-0000000AbCd-2kLm",
        "250 OK id=1nQW3x-0004Tz-Ab, 1nQW3x-0004Tz-Ab",
        // Amazon SES
        "250 Ok 0102018f3a2b4c5d-0a1b2c3d-4e5f-6789-abcd-ef0123456789-000000,"
                + " 0102018f3a2b4c5d-0a1b2c3d-4e5f-6789-abcd-ef0123456789-000000",
        // Gmail
        "250 2.0.0 OK  1699999999 d2e1a72fcca58-6c4-20020a056a00-si1234567pfd.12 - gsmtp,"
                + " 1699999999 d2e1a72fcca58-6c4-20020a056a00-si1234567pfd.12",
        // Sendmail
        "250 2.0.0 4APC1x2y012345 Message accepted for delivery, 4APC1x2y012345",
        // Exchange
        "'250 2.6.0 <1@news.example> [InternalId=12345678901234, Hostname=X.prod.outlook.com] Queued mail for delivery',"
                + " 12345678901234",
        "250 2.0.0 Ok, ",
        "250 ok, ",
        "250 Message accepted for delivery, ",
    })
    void knowsHowTheRelayCallsTheMessage(String reply, String id) {
        assertThat(new Answer(Outcome.ACCEPTED, "2.0.0", reply).relayId()).isEqualTo(id);
        assertThat(new Answer(Outcome.OURS, "2.0.0", reply).relayId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT_OFF, 4.3.2, 421 4.3.2 going down, true",
        "PUT_OFF, 421, 421 too many, true",
        "PUT_OFF, 421, 421 5.7.32 alignment, true",
        "RELAY_AWAY, 421, 421 too many connections, true",
        "PUT_OFF, 4.7.28, 450 4.7.28 unusual rate, true",
        "PUT_OFF, 4.2.1, 450 4.2.1 busy, false",
        "PUT_OFF, '', The line broke at RCPT: 421, false",
        "ACCEPTED, 2.0.0, 250 2.0.0 ok, false",
    })
    void hearsThatWeAreTooFast(Outcome outcome, String code, String reply, boolean slow) {
        assertThat(new Answer(outcome, code, reply).asksToSlow()).isEqualTo(slow);
    }

    @Test
    void holdsAgainstAnAddressOnlyThatItIsNone() {
        assertThat(refused("5.1.1").saysNoSuchMailbox()).isTrue();
        assertThat(refused("5.1.2").saysNoSuchMailbox()).isTrue();
        assertThat(refused("5.1.10").saysNoSuchMailbox()).isTrue();
        assertThat(refused("5.2.1").saysNoSuchMailbox()).isFalse();
        assertThat(refused("550").saysNoSuchMailbox()).isFalse();
        assertThat(refused("5.2.2").saysNoSuchMailbox()).isFalse();
        assertThat(new Answer(Outcome.OURS, "5.1.1", "550 5.1.1 no").saysNoSuchMailbox())
                .isFalse();
    }

    @Test
    void takesAFullMailboxForNoLastWord() {
        assertThat(refused("5.2.2").isSoft()).isTrue();
        assertThat(refused("5.1.1").isSoft()).isFalse();
        assertThat(refused("550").isSoft()).isFalse();
    }

    private static Answer refused(String code) {
        return new Answer(Outcome.REFUSED, code, "550 " + code + " no");
    }
}
