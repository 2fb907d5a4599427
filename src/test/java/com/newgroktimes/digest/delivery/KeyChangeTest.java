package com.newgroktimes.digest.delivery;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.Fit;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.StrictDkim;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class KeyChangeTest {

    private static final int READERS = 300;
    private static final int BEFORE = 100;
    private static final int IN_HAND = 20;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    @Autowired
    Dkim dkim;

    @Test
    void aFileThatIsReplacedWhileAnEditionGoesOutSignsTheRestOfIt() {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(READERS);
        Edition edition = newsroom.hasAnEdition();
        Map<String, String> before = Map.copyOf(ServiceUnderTest.SIGNER.records());
        MailServer.takesOnly(BEFORE);
        deliveries.send(edition.number(), READERS, edition.contentHash(), null, "ana");
        eventually("a part has theirs", () -> MailServer.received().size() == BEFORE);

        ServiceUnderTest.SIGNER.replaceKey("r1", Algorithm.RSA);
        eventually("the name server has said what it has", () -> {
            dkim.ask();
            return dkim.published().stream().noneMatch(key -> key.fit() == Fit.NO_ANSWER);
        });
        MailServer.takesEverything();
        newsroom.awaits(edition, EditionState.SENT);

        List<MimeMessage> mails = MailServer.received();
        assertThat(mails)
                .extracting(mail -> mail.getHeader("To", null))
                .hasSize(READERS)
                .doesNotHaveDuplicates();
        Map<String, String> after = ServiceUnderTest.SIGNER.records();
        assertThat(mails)
                .allSatisfy(mail ->
                        assertThat(holds(mail, before) || holds(mail, after)).isTrue());
        assertThat(mails.stream().filter(mail -> holds(mail, before)).count())
                .isBetween((long) BEFORE, (long) BEFORE + IN_HAND);
    }

    private static boolean holds(MimeMessage mail, Map<String, String> records) {
        try {
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return StrictDkim.verified(bytes.toByteArray(), records).equals(List.of("r1", "e1"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
