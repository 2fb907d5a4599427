package com.newgroktimes.digest.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisguiseTest {

    private static final EmailAddress ADA = EmailAddress.parse("Ada.Byron@example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <ADA.byron@Example.org> is off",
                "550 5.1.1 https://example.org/why?who=ada.byron%40example.org",
                "550 5.1.1 bounce+Ada.Byron=40example.org",
                "550 5.1.1 %41%64%61.Byron%40example%2Eorg",
                "550 5.1.1 4164612e4279726f6e406578616d706c652e6f7267",
                "550 5.1.1 id QWRhLkJ5cm9uQGV4YW1wbGUub3Jn.",
                "550 5.1.1 id dG86QWRhLkJ5cm9uQGV4YW1wbGUub3JnLA==",
                "550 5.1.1 id eHgsYWRhLmJ5cm9uQGV4YW1wbGUub3JnLA",
            })
    void anAddressIsSeenInWhateverFormSomebodyRepeatsIt(String said) {
        assertThat(ADA.isIn(said)).isTrue();
        assertThat(ADA.isIn(Masking.mask(said, ADA))).isFalse();
        assertThat(Masking.mask(said, ADA)).startsWith("550 5.1.1 ");
    }

    @Test
    void anotherAddressIsNotTakenForIt() {
        String said = "550 5.1.1 <byron@example.org> or Ynlyb25AZXhhbXBsZS5vcmc is off, 100% = sure, %zz";

        assertThat(ADA.isIn(said)).isFalse();
        assertThat(Masking.mask(said, ADA)).contains("100% = sure");
    }
}
