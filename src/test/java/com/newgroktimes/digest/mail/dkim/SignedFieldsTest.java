package com.newgroktimes.digest.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignedFieldsTest {

    private static final String HEAD =
            "From: a@news.example\r\nTo: b@example.org\r\nDate: %s\r\nMessage-ID: <%s@news.example>\r\n";

    /** As Amazon SES does it with both. */
    @Test
    void whatARelayWritesAnewIsNotCovered() {
        Set<String> rewritten = Set.of("Date", "Message-ID");

        SignedFields ours = SignedFields.of(head("Mon, 23 Nov 2026 07:00:00 +0000", "1.1.1"), rewritten);
        SignedFields theirs = SignedFields.of(head("Mon, 23 Nov 2026 07:00:03 +0000", "0100-abc"), rewritten);

        assertThat(ours.names()).doesNotContain("Date", "Message-ID").contains("From", "To");
        assertThat(theirs.relaxed()).isEqualTo(ours.relaxed());
    }

    @Test
    void elseBothAre() {
        assertThat(SignedFields.of(head("Mon, 23 Nov 2026 07:00:00 +0000", "1.1.1"), Set.of())
                        .names())
                .contains("Date", "Message-ID");
    }

    private static byte[] head(String date, String id) {
        return HEAD.formatted(date, id).getBytes(StandardCharsets.US_ASCII);
    }
}
