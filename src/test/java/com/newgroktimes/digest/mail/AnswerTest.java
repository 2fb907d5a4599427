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
        "OURS, 421, 421 5.7.32 alignment, false",
        "OURS, 4.7.27, 421 4.7.27 rate limited because SPF does not pass, false",
        "RELAY_AWAY, 454, 454 Throttling failure: Maximum sending rate exceeded, true",
        "RELAY_AWAY, 421, 421 too many connections, true",
        "PUT_OFF, 4.7.28, 450 4.7.28 unusual rate, true",
        "PUT_OFF, 4.2.1, 450 4.2.1 busy, false",
        "PUT_OFF, 4.7.1, '451 4.7.1 Greylisting in action, please come back in 00:05:00', false",
        "PUT_OFF, 4.7.1, 450 4.7.1 you are gray-listed, false",
        "PUT_OFF, 4.7.1, 451 4.7.1 try again later, true",
        "PUT_OFF, '', The line broke at RCPT: 421, false",
        "ACCEPTED, 2.0.0, 250 2.0.0 ok, false",
    })
    void hearsThatWeAreTooFast(Outcome outcome, String code, String reply, boolean slow) {
        assertThat(new Answer(outcome, code, reply).asksToSlow()).isEqualTo(slow);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, 5.1.1, 550 5.1.1 The email account that you tried to reach does not exist, NO_SUCH_MAILBOX",
        "REFUSED, 550, 550 a…@example.org: user unknown, NO_SUCH_MAILBOX",
        "REFUSED, 554, 554 dd This user has no account, NO_SUCH_MAILBOX",
        "PUT_OFF, 4.2.2, 452 4.2.2 The recipient's inbox is out of storage space, MAILBOX_FULL",
        "REFUSED, 552, 552 mailbox full, MAILBOX_FULL",
        "REFUSED, 5.2.1, 550 5.2.1 The account is inactive, MAILBOX_CLOSED",
        "REFUSED, 5.7.1, 550 5.7.1 blocked by the recipient, MAILBOX_CLOSED",
        "REFUSED, 5.3.4, 552 5.3.4 Message too big, TOO_LARGE",
        "PUT_OFF, 4.7.28, 421 4.7.28 unusual rate of mail, SLOW_DOWN",
        "PUT_OFF, 421, 421 too many, SLOW_DOWN",
        "OURS, 5.7.1, 550 5.7.1 likely unsolicited mail, REFUSES_US",
        "RELAY_REFUSES, 5.7.8, 535 5.7.8 bad password, REFUSES_US",
        "PUT_OFF, 4.4.1, 450 4.4.1 connection timed out, UNREACHABLE",
        "PUT_OFF, '', The line broke at RCPT, UNREACHABLE",
        "UNKNOWN, '', The line broke after the final dot, NO_ANSWER",
        "REFUSED, 554, 554 no, UNSAID",
    })
    void saysWhyInAKindThatAPersonCanActOn(Outcome outcome, String code, String reply, Reason reason) {
        assertThat(new Answer(outcome, code, reply).reason()).isEqualTo(reason);
        assertThat(new Answer(Outcome.ACCEPTED, code, reply).reason()).isNull();
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
