package com.newgroktimes.digest.delivery.testsend;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.run.SampleCopies;
import com.newgroktimes.digest.editions.EditionProof;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.platform.Publication;

/** Tests as mails: what readers would get, with a mark before the subject. */
@Component
class TestMails {

    /** Its time keeps mail programs from folding one test into another. */
    private static final DateTimeFormatter MARK = DateTimeFormatter.ofPattern("'[TEST 'HH:mm'] '");

    private final SampleCopies copies;
    private final Publication publication;

    TestMails(SampleCopies copies, Publication publication) {
        this.copies = copies;
        this.publication = publication;
    }

    /**
     * @param copy  its number
     * @param begun when the test began
     */
    Message of(EditionProof proof, long copy, Instant begun, EmailAddress to) {
        String mark = MARK.format(begun.atZone(publication.timeZone()));
        return copies.test(copy, proof.rendered(), mark + proof.rendered().subject(), to);
    }
}
