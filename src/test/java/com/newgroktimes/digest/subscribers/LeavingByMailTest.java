package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mail program writes for a reader who presses its own button. */
@DigestTest
class LeavingByMailTest {

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Departures departures;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private OurAddresses ours;

    private LeavingByMail byMail;
    private Subscriber ada;

    @BeforeEach
    void adaIsOnTheList() {
        var withMailbox = new OurAddresses(
                ours.from(),
                ours.confirmationFrom(),
                ours.replyTo(),
                ours.returnPath(),
                ours.listId(),
                EmailAddress.parse("leave@news.example"));
        byMail = new LeavingByMail(links, departures, withMailbox);
        ada = readers.confirmed("ada@example.org");
    }

    @Test
    void theTokenInTheAddressIsEnough() {
        assertThat(byMail.leave(recipient())).isTrue();
        assertThat(byMail.leave(recipient())).isTrue();

        assertThat(subscribers.find(ada.id()))
                .hasValueSatisfying(reader -> assertThat(reader.state()).isEqualTo(SubscriberState.UNSUBSCRIBED));
    }

    @Test
    void theMailboxIsFoundInAnyCase() {
        String token = links.unsubscribeToken(ada.id());

        assertThat(byMail.leave("LEAVE+" + token + "@News.Example")).isTrue();
    }

    @Test
    void theAddressFitsIntoALocalPart() {
        assertThat(EmailAddress.parse(recipient()).localPart()).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave@news.example", "leave+@news.example", "leave+AAAA@news.example", "", "+@"})
    void whatIsNoTokenOfOursMovesNobody(String recipient) {
        assertThat(byMail.leave(recipient)).isFalse();
    }

    @Test
    void norDoesATokenThatLostItsCapitals() {
        assertThat(byMail.leave(recipient().toLowerCase(Locale.ROOT))).isFalse();
        assertThat(subscribers.find(ada.id()))
                .hasValueSatisfying(reader -> assertThat(reader.onTheList()).isTrue());
    }

    @Test
    void whereNobodyReadsAMailboxNoneIsNamed() {
        assertThat(new LeavingByMail(links, departures, ours).of(ada.id())).isEmpty();
    }

    private String recipient() {
        URI mailto = byMail.of(ada.id()).orElseThrow();
        return mailto.getSchemeSpecificPart().replaceFirst("\\?subject=unsubscribe$", "");
    }
}
