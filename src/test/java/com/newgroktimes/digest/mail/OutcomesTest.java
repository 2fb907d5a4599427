package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static com.newgroktimes.digest.testing.ScriptedRelay.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a message, by how far it came and what the relay said then. */
@ParameterizedClass(name = "pipelining {0}")
@ValueSource(booleans = {false, true})
class OutcomesTest {

    @Parameter
    boolean pipelining;

    private static final Duration SOON = Duration.ofMillis(500);

    private static final EmailAddress OURS = EmailAddress.ofOurs("digest@news.example");
    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
    private static final EmailAddress BEN = EmailAddress.parse("ben@example.com");

    private final ScriptedRelay server = new ScriptedRelay();
    private Relay.Connection connection = relay(false).connection();

    private Relay relay(boolean signsIn) {
        return new Relay(route(signsIn), Phase.PATIENT);
    }

    private Route route(boolean signsIn) {
        var configured = new JavaMailSenderImpl();
        configured.setHost("127.0.0.1");
        configured.setPort(server.port());
        if (signsIn) {
            configured.setUsername("digest");
            configured.setPassword("secret");
        }
        configured.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        return ConfiguredRoute.of(configured, "news.example");
    }

    @BeforeEach
    void pipelines() {
        server.pipelines(pipelining);
    }

    @AfterEach
    void hangUp() {
        connection.close();
        server.close();
    }

    /**
     * The stage {@code NEXT} is MAIL on a line that has served a message. In what the relay says, {@code ⏎} ends a line within a
     * reply, {@code ✂} closes the connection where it stands, and {@code then} parts what is said one time and the next. The line
     * for whoever comes after is the same one, or a new one.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # stage   | the relay says                             | outcome       | code   | line
            # connect, EHLO: the relay is put aside
            GREETING  | 554 5.7.1 not you                          | RELAY_AWAY    | 5.7.1  | new
            GREETING  | 521 no mail here                           | RELAY_AWAY    | 521    | new
            GREETING  | 501 no                                     | RELAY_AWAY    | 501    | new
            GREETING  | 599 odd                                    | RELAY_AWAY    | 599    | new
            GREETING  | 450 4.3.2 later                            | RELAY_AWAY    | 4.3.2  | new
            GREETING  | 421 4.3.2 too many connections             | RELAY_AWAY    | 4.3.2  | new
            GREETING  | what?                                      | RELAY_AWAY    | ''     | new
            GREETING  | 250 wrong banner                           | RELAY_AWAY    | ''     | new
            GREETING  | ✂                                          | RELAY_AWAY    | ''     | new
            GREETING  | 22✂                                        | RELAY_AWAY    | ''     | new
            GREETING  | (silence)                                  | RELAY_AWAY    | ''     | new
            GREETING  | 220-a banner⏎220-of many⏎220 lines         | ACCEPTED      | 2.0.0  | same
            EHLO      | 421 4.7.0 go away                          | RELAY_AWAY    | 4.7.0  | new
            EHLO      | 450 4.7.1 later                            | RELAY_AWAY    | 4.7.1  | new
            EHLO      | 554 5.7.1 not you                          | RELAY_AWAY    | 5.7.1  | new
            EHLO      | 521 5.3.2 no mail here                     | RELAY_AWAY    | 5.3.2  | new
            EHLO      | 501 5.5.4 bad name                         | RELAY_AWAY    | 5.5.4  | new
            EHLO      | ✂                                          | RELAY_AWAY    | ''     | new
            EHLO      | (silence)                                  | RELAY_AWAY    | ''     | new
            EHLO      | 500 what?                                  | ACCEPTED      | 2.0.0  | same
            EHLO      | 502 5.5.1 what?                            | ACCEPTED      | 2.0.0  | same
            # STARTTLS, AUTH: later is later, no is no
            STARTTLS  | 454 4.7.0 TLS not available                | RELAY_AWAY    | 4.7.0  | new
            STARTTLS  | 421 4.3.2 going down                       | RELAY_AWAY    | 4.3.2  | new
            STARTTLS  | 501 5.5.4 no                               | RELAY_AWAY    | 5.5.4  | new
            STARTTLS  | 530 5.7.0 no                               | RELAY_REFUSES | 5.7.0  | new
            STARTTLS  | ✂                                          | RELAY_AWAY    | ''     | new
            STARTTLS  | (silence)                                  | RELAY_AWAY    | ''     | new
            AUTH      | 454 4.7.0 not now                          | RELAY_AWAY    | 4.7.0  | new
            AUTH      | 432 4.7.12 new password needed             | RELAY_AWAY    | 4.7.12 | new
            AUTH      | 421 4.3.2 going down                       | RELAY_AWAY    | 4.3.2  | new
            AUTH      | 530 5.7.0 TLS first                        | RELAY_REFUSES | 5.7.0  | new
            AUTH      | 534 5.7.9 too weak                         | RELAY_REFUSES | 5.7.9  | new
            AUTH      | 535 5.7.8 wrong                            | RELAY_REFUSES | 5.7.8  | new
            AUTH      | 535 wrong                                  | RELAY_REFUSES | 535    | new
            AUTH      | 538 5.7.11 not in the clear                | RELAY_REFUSES | 5.7.11 | new
            AUTH      | 504 5.5.4 not that way                     | RELAY_REFUSES | 5.5.4  | new
            AUTH      | ✂                                          | RELAY_AWAY    | ''     | new
            AUTH      | (silence)                                  | RELAY_AWAY    | ''     | new
            # MAIL: whatever is said is said of us, and by the relay
            MAIL      | 421 4.3.2 going down                       | PUT_OFF       | 4.3.2  | new
            MAIL      | 421 5.7.32 of another class                | PUT_OFF       | 421    | new
            MAIL      | 451 4.3.0 later                            | PUT_OFF       | 4.3.0  | same
            MAIL      | 450 4.7.1 slower                           | PUT_OFF       | 4.7.1  | same
            MAIL      | 499 odd                                    | PUT_OFF       | 499    | same
            MAIL      | 530 5.7.0 sign in first                    | RELAY_REFUSES | 5.7.0  | same
            MAIL      | 503 5.5.1 order                            | RELAY_REFUSES | 5.5.1  | same
            MAIL      | 555 5.5.4 parameter                        | RELAY_REFUSES | 5.5.4  | same
            MAIL      | 550 5.1.7 bad sender                       | RELAY_REFUSES | 5.1.7  | same
            MAIL      | 550 5.1.8 bad sender                       | RELAY_REFUSES | 5.1.8  | same
            MAIL      | 550 5.7.1 not you                          | RELAY_REFUSES | 5.7.1  | same
            MAIL      | 552 5.3.4 too big                          | RELAY_REFUSES | 5.3.4  | same
            MAIL      | 553 no                                     | RELAY_REFUSES | 553    | same
            MAIL      | 599 odd                                    | RELAY_REFUSES | 599    | same
            MAIL      | 354 odd                                    | PUT_OFF       | 354    | new
            MAIL      | what?                                      | PUT_OFF       | ''     | new
            MAIL      | ✂                                          | PUT_OFF       | ''     | new
            MAIL      | 250✂                                       | PUT_OFF       | ''     | new
            MAIL      | (silence)                                  | PUT_OFF       | ''     | new
            # a relay that leaves between messages costs no try
            NEXT      | 421 4.7.0 too many messages                | ACCEPTED      | 2.0.0  | new
            NEXT      | ✂                                          | ACCEPTED      | 2.0.0  | new
            NEXT      | 4✂                                         | ACCEPTED      | 2.0.0  | new
            NEXT      | 421 that was it then 421 and again         | PUT_OFF       | 421    | new
            NEXT      | 451 4.3.0 later                            | PUT_OFF       | 4.3.0  | same
            NEXT      | 550 5.7.1 not you                          | RELAY_REFUSES | 5.7.1  | same
            NEXT      | (silence)                                  | PUT_OFF       | ''     | new
            # RCPT: of the reader, with exceptions
            RCPT      | 421 4.3.2 handed on                        | PUT_OFF       | 4.3.2  | same
            RCPT      | 421 4.3.2 going down⏎✂                     | PUT_OFF       | 4.3.2  | new
            RCPT      | 450 4.2.1 busy                             | PUT_OFF       | 4.2.1  | same
            RCPT      | 450 5.1.1 of another class                 | PUT_OFF       | 450    | same
            RCPT      | 499 odd                                    | PUT_OFF       | 499    | same
            RCPT      | 452 4.5.3 too many                         | ACCEPTED      | 2.0.0  | same
            RCPT      | 452 4.5.3 too many then 452 4.5.3 too many | PUT_OFF       | 4.5.3  | same
            RCPT      | 552 too many recipients                    | ACCEPTED      | 2.0.0  | same
            RCPT      | 552 too many then 552 too many             | PUT_OFF       | 552    | same
            RCPT      | 251 will forward                           | ACCEPTED      | 2.0.0  | same
            RCPT      | 299 odd                                    | ACCEPTED      | 2.0.0  | same
            RCPT      | 550 5.1.1 no such user                     | REFUSED       | 5.1.1  | same
            RCPT      | 550-5.1.1 no⏎550-5.1.1 such⏎550 5.1.1 user | REFUSED       | 5.1.1  | same
            RCPT      | 550 5.1.2 no such domain                   | REFUSED       | 5.1.2  | same
            RCPT      | 553 5.1.3 bad syntax                       | REFUSED       | 5.1.3  | same
            RCPT      | 551 5.1.6 moved                            | REFUSED       | 5.1.6  | same
            RCPT      | 556 5.1.10 null MX                         | REFUSED       | 5.1.10 | same
            RCPT      | 550 5.2.1 disabled                         | REFUSED       | 5.2.1  | same
            RCPT      | 552 5.2.2 full                             | REFUSED       | 5.2.2  | same
            RCPT      | 550 no                                     | REFUSED       | 550    | same
            RCPT      | 550                                        | REFUSED       | 550    | same
            RCPT      | 551 no                                     | REFUSED       | 551    | same
            RCPT      | 553 no                                     | REFUSED       | 553    | same
            RCPT      | 599 odd                                    | REFUSED       | 599    | same
            RCPT      | 550 4.1.1 of another class                 | REFUSED       | 550    | same
            RCPT      | 554 5.7.1 relay access denied              | OURS          | 5.7.1  | same
            RCPT      | 550 5.7.1 RESOLVER.RST.NotAuthorized       | REFUSED       | 5.7.1  | same
            RCPT      | 550 5.1.7 bad sender                       | OURS          | 5.1.7  | same
            RCPT      | 550 5.1.8 bad sender                       | OURS          | 5.1.8  | same
            RCPT      | 552 5.3.4 too big                          | OURS          | 5.3.4  | same
            RCPT      | 503 sender first                           | OURS          | 503    | same
            RCPT      | 530 sign in first                          | OURS          | 530    | same
            RCPT      | what?                                      | PUT_OFF       | ''     | new
            RCPT      | 999 odd                                    | PUT_OFF       | ''     | new
            RCPT      | 100 odd                                    | PUT_OFF       | ''     | new
            RCPT      | 25 short                                   | PUT_OFF       | ''     | new
            RCPT      | 2500 long                                  | PUT_OFF       | ''     | new
            RCPT      | 302 odd                                    | PUT_OFF       | 302    | new
            RCPT      | ✂                                          | PUT_OFF       | ''     | new
            RCPT      | 550 5.1.1 no✂                              | PUT_OFF       | ''     | new
            RCPT      | 550-first⏎✂                                | PUT_OFF       | ''     | new
            RCPT      | (silence)                                  | PUT_OFF       | ''     | new
            # DATA: by the code, as RCPT
            DATA      | 421 4.3.2 handed on                        | PUT_OFF       | 4.3.2  | same
            DATA      | 421 4.3.2 going down⏎✂                     | PUT_OFF       | 4.3.2  | new
            DATA      | 451 later                                  | PUT_OFF       | 451    | same
            DATA      | 554 no valid recipients                    | REFUSED       | 554    | same
            DATA      | 550 5.1.1 no such user                     | REFUSED       | 5.1.1  | same
            DATA      | 552 5.2.2 full                             | REFUSED       | 5.2.2  | same
            DATA      | 554 5.7.1 blocked                          | OURS          | 5.7.1  | same
            DATA      | 503 5.5.1 order                            | OURS          | 5.5.1  | same
            DATA      | 250 odd                                    | PUT_OFF       | 250    | new
            DATA      | ✂                                          | PUT_OFF       | ''     | new
            DATA      | (silence)                                  | PUT_OFF       | ''     | new
            # after the dot: of the message, with exceptions; without a whole reply, nobody knows
            DOT       | 250 queued                                 | ACCEPTED      | 250    | same
            DOT       | 250                                        | ACCEPTED      | 250    | same
            DOT       | 299 5.0.0 fine                             | ACCEPTED      | 299    | same
            DOT       | 250-2.0.0 taken⏎250 2.0.0 and kept         | ACCEPTED      | 2.0.0  | same
            DOT       | 421 4.3.2 handed on                        | PUT_OFF       | 4.3.2  | same
            DOT       | 421 4.3.2 going down⏎✂                     | PUT_OFF       | 4.3.2  | new
            DOT       | 421 5.7.32 of another class                | OURS          | 421    | same
            DOT       | 452 4.3.1 full                             | PUT_OFF       | 4.3.1  | same
            DOT       | 452 4.5.3 too many                         | PUT_OFF       | 4.5.3  | same
            DOT       | 499 odd                                    | PUT_OFF       | 499    | same
            DOT       | 550 5.1.1 no such user                     | REFUSED       | 5.1.1  | same
            DOT       | 552 5.2.2 full                             | REFUSED       | 5.2.2  | same
            DOT       | 550 5.1.8 bad sender                       | MESSAGE_REFUSED | 5.1.8  | same
            DOT       | 552 5.3.4 too big                          | MESSAGE_REFUSED | 5.3.4  | same
            DOT       | 554 5.6.0 malformed                        | MESSAGE_REFUSED | 5.6.0  | same
            DOT       | 550 5.7.26 unauthenticated                 | MESSAGE_REFUSED | 5.7.26 | same
            DOT       | 554 no                                     | MESSAGE_REFUSED | 554    | same
            DOT       | 599 odd                                    | MESSAGE_REFUSED | 599    | same
            DOT       | ✂                                          | UNKNOWN       | ''     | new
            DOT       | 2✂                                         | UNKNOWN       | ''     | new
            DOT       | 250✂                                       | UNKNOWN       | ''     | new
            DOT       | 250 2.0.0 ta✂                              | UNKNOWN       | ''     | new
            DOT       | 250-first⏎✂                                | UNKNOWN       | ''     | new
            DOT       | 250-first⏎25✂                              | UNKNOWN       | ''     | new
            DOT       | 421 going d✂                               | UNKNOWN       | ''     | new
            DOT       | what?                                      | UNKNOWN       | ''     | new
            DOT       | 354 odd                                    | UNKNOWN       | 354    | new
            DOT       | (silence)                                  | UNKNOWN       | ''     | new
            """)
    void followFromStageAndReply(String stage, String says, Outcome outcome, String code, String line) {
        String[] replies = says.replace("⏎", "\r\n")
                .replace("✂", CUT)
                .replace("(silence)", SILENCE)
                .split(" then ");
        boolean signsIn = stage.equals("AUTH");
        connection = replies[0].equals(SILENCE)
                ? Phase.of(stage).endsAfter(SOON, route(signsIn))
                : relay(signsIn).connection();
        int before = script(stage, replies);

        Answer answer = connection.offer(message(ADA));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reply()).doesNotContain("secret", "\n");
        boolean notLetIn = outcome == Outcome.RELAY_REFUSES && line.equals("new");
        Relay.Connection next =
                notLetIn ? relay(signsIn).connection() : connection; // this one does not ask again so soon
        assertThat(next.offer(message(BEN)).outcome()).as("whoever comes next").isEqualTo(Outcome.ACCEPTED);
        assertThat(server.messages()).hasSize(before + (outcome == Outcome.ACCEPTED ? 2 : taken(stage)));
        assertThat(server.connections()).isEqualTo(line.equals("same") ? 1 : replies.length + 1);
    }

    /** How many messages were sent before the one in question. */
    private int script(String stage, String... replies) {
        switch (stage) {
            case "NEXT" -> {
                assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
                server.answers("MAIL", replies);
                return 1;
            }
            case "STARTTLS" -> server.answers("EHLO", "250-scripted\r\n250 STARTTLS");
            case "AUTH" -> {
                String offer = "250-scripted\r\n250 AUTH LOGIN PLAIN";
                server.answers("EHLO", offer, offer, offer);
            }
            default -> {}
        }
        server.answers(stage, replies);
        return 0;
    }

    /** How many messages reach the relay where the one in question is not accepted. */
    private static int taken(String stage) {
        return stage.equals("DOT") ? 2 : 1;
    }

    /** What mailbox providers say; the words count before the code. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # stage | the provider says                                                       | outcome | of it
            # Gmail
            DOT     | 550-5.7.26 This mail is unauthenticated - gsmtp                         | MESSAGE_REFUSED |
            DOT     | 550 5.7.27 SPF did not pass                                             | MESSAGE_REFUSED |
            DOT     | 550 5.7.30 DKIM did not pass                                            | MESSAGE_REFUSED |
            DOT     | 550 5.7.32 From: not aligned                                            | MESSAGE_REFUSED |
            DOT     | 421 5.7.32 From: not aligned                                            | OURS    |
            DOT     | 421 4.7.32 From: not aligned                                            | OURS    |
            DOT     | 421 4.7.26 has been rate limited because it is unauthenticated          | OURS    |
            DOT     | 421 4.7.27 has been rate limited because SPF does not pass              | OURS    |
            DOT     | 421 4.7.30 has been rate limited because DKIM does not pass             | OURS    |
            DOT     | 421 4.7.40 has been rate limited because there is no DMARC record       | OURS    |
            DOT     | 421 4.7.31 no DMARC record                                              | OURS    |
            RCPT    | 421 4.7.23 no PTR record                                                | OURS    |
            DOT     | 450 4.7.29 not sent over TLS                                            | OURS    |
            MAIL    | 450 4.7.25 cannot find your hostname                                    | PUT_OFF | slower
            DOT     | 550 5.7.40 no DMARC record                                              | MESSAGE_REFUSED |
            DOT     | 550 5.7.25 no PTR record                                                | MESSAGE_REFUSED |
            DOT     | 550 5.7.29 not sent over TLS                                            | MESSAGE_REFUSED |
            DOT     | 421 4.7.28 unusual rate of mail from your IP address                    | PUT_OFF | quiet
            DOT     | 421 4.7.0 very low reputation of the sending IP address                 | PUT_OFF | quiet
            DOT     | 550 5.7.1 likely unsolicited mail                                       | MESSAGE_REFUSED | quiet
            DOT     | 550 5.7.1 very low reputation of the sending domain                     | MESSAGE_REFUSED | quiet
            DOT     | 550 5.7.28 has been rate limited                                        | MESSAGE_REFUSED | quiet
            RCPT    | 450 4.2.1 is receiving mail at a rate that prevents more                | PUT_OFF |
            RCPT    | 550 5.2.1 is receiving mail at a rate that prevents more                | REFUSED | soft
            RCPT    | 550 5.2.1 The account that you tried to reach is inactive               | REFUSED |
            RCPT    | 452 4.2.2 The recipient is out of storage space                         | PUT_OFF |
            RCPT    | 552 5.2.2 The recipient is out of storage space                         | REFUSED | soft
            RCPT    | 550 5.1.1 The email account that you tried to reach does not exist      | REFUSED | nobody
            DOT     | 552 5.3.4 exceeds the size limit                                        | MESSAGE_REFUSED |
            DOT     | 554 5.6.0 malformed                                                     | MESSAGE_REFUSED |
            DOT     | 550 5.7.1 This message is not RFC 5322 compliant                        | MESSAGE_REFUSED |
            # Yahoo
            DOT     | 421 4.7.0 [TSS04] Messages temporarily deferred due to volume           | PUT_OFF | slower
            MAIL    | 421 [TS03] All messages permanently deferred                            | PUT_OFF | slower
            DOT     | 451 Message temporarily deferred - [160]                                | PUT_OFF | slower
            RCPT    | 553 5.7.1 [TSS09] All messages will be permanently deferred             | OURS    | slower
            RCPT    | 553 [TSS11] All messages will be permanently deferred                   | OURS    | slower
            RCPT    | 553 5.7.1 [BL21] Connections will not be accepted                       | OURS    |
            RCPT    | 553 [BL23] Connections will not be accepted                             | OURS    |
            DOT     | 554 5.7.9 Message not accepted for policy reasons                       | MESSAGE_REFUSED |
            RCPT    | 554 Message not accepted [PH01]                                         | OURS    |
            DOT     | 550 5.7.9 This mail has been blocked because the sender is unauthentic  | MESSAGE_REFUSED |
            DOT     | 554 delivery error: dd This user has no such account                    | REFUSED |
            DOT     | 554 dd This user has no account here                                    | REFUSED |
            DOT     | 554 30 Sorry, your message cannot be delivered. This mailbox is disabled| REFUSED |
            DOT     | 552 1 Requested mail action aborted, mailbox not found                  | REFUSED |
            # Outlook.com and Microsoft 365
            MAIL    | 421 RP-001 The mail server IP has exceeded the rate limit               | PUT_OFF | slower
            RCPT    | 451 4.7.650 The mail server has been temporarily rate limited           | PUT_OFF | slower
            DOT     | 550 5.7.515 Access denied, does not meet the required authentication    | MESSAGE_REFUSED |
            RCPT    | 550 SC-001 Mail rejected for policy reasons                             | OURS    |
            RCPT    | 550 OU-002 Mail rejected for policy reasons                             | OURS    |
            RCPT    | 550 DY-001 Mail rejected, looks like a dynamic IP                       | OURS    |
            RCPT    | 550 5.7.1 part of their network is on our block list (S3150)            | OURS    |
            RCPT    | 550 5.7.606 Access denied, banned sending IP                            | OURS    |
            RCPT    | 550 5.7.649 Access denied                                               | OURS    |
            DOT     | 550 5.5.0 Requested action not taken: mailbox unavailable               | REFUSED |
            RCPT    | 550 5.5.0 Requested action not taken: mailbox unavailable               | REFUSED |
            RCPT    | 550 5.1.10 RESOLVER.ADR.RecipientNotFound                               | REFUSED | nobody
            DOT     | 550 5.4.1 Recipient address rejected: Access denied                     | REFUSED |
            RCPT    | 554 5.7.1 Recipient address rejected: Access denied                     | OURS    |
            RCPT    | 550 5.7.124 RESOLVER.RST.SenderNotInList                                | REFUSED | soft
            # iCloud
            RCPT    | 421 4.7.1 excessive volume                                              | PUT_OFF | slower
            DOT     | 554 5.7.1 [CS01] Message rejected due to local policy                   | MESSAGE_REFUSED |
            DOT     | 550 5.7.1 [HME1] This message was blocked                               | MESSAGE_REFUSED |
            RCPT    | 550 5.1.1 unknown or illegal alias                                      | REFUSED | nobody
            RCPT    | 550 5.1.6 recipient no longer on server                                 | REFUSED |
            RCPT    | 552 5.2.2 mailbox full                                                  | REFUSED | soft
            # relays, of our account with them
            DOT     | 454 Throttling failure: Maximum sending rate exceeded.                  | RELAY_AWAY | slower
            DOT     | 454 Throttling failure: Daily message quota exceeded.                   | RELAY_AWAY |
            DOT     | 550 5.4.5 Daily user sending limit exceeded - gsmtp                     | RELAY_AWAY |
            RCPT    | 550 5.4.5 Daily sending quota exceeded - gsmtp                          | RELAY_AWAY |
            DOT     | 550 5.7.1 Daily SMTP relay limit exceeded for customer                  | RELAY_AWAY |
            MAIL    | 450 Your account reached its email quota limit. Contact support         | RELAY_AWAY |
            DOT     | 451 Rate limit exceeded                                                 | PUT_OFF | slower
            DOT     | 450 4.3.2 Too many requests                                             | PUT_OFF | slower
            # others
            RCPT    | 550 blocked using zen.spamhaus.org                                      | OURS    |
            RCPT    | 550 5.1.1 <spam@blocklist.example> user unknown                         | REFUSED | nobody
            RCPT    | 550 no such user: spam@blocklist.example                                | REFUSED |
            RCPT    | 552 mailbox full                                                        | REFUSED | soft
            """)
    void followFromTheWordsOfProviders(String stage, String says, Outcome outcome, String ofIt) {
        server.answers(stage, says.replace("550-5.7.26", "550-5.7.26 first\r\n550 5.7.26"));

        Answer answer = connection.offer(message(ADA));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.asksToSlow()).as("slower").isEqualTo("slower".equals(ofIt) || "quiet".equals(ofIt));
        assertThat(answer.asksForQuiet()).as("quiet").isEqualTo("quiet".equals(ofIt));
        assertThat(answer.isSoft()).as("soft").isEqualTo("soft".equals(ofIt));
        assertThat(answer.saysNoSuchMailbox()).as("nobody").isEqualTo("nobody".equals(ofIt));
    }

    private static Message message(EmailAddress to) {
        return new Message(
                OURS, to, "<1@news.example>", "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
