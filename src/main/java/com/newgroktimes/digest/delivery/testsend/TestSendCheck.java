package com.newgroktimes.digest.delivery.testsend;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.SendCheck;

/** Somebody should have seen this exact mail in a mail program of theirs. */
@Component
class TestSendCheck implements SendCheck {

    private final TestCopyTable copies;

    TestSendCheck(TestCopyTable copies) {
        this.copies = copies;
    }

    @Override
    public String rule() {
        return "test-send";
    }

    @Override
    public List<Finding> look(Edition edition) {
        int accepted = copies.accepted(edition.number(), edition.contentHash());
        return List.of(accepted > 0 ? Finding.fine(accepted) : Finding.look("none"));
    }
}
