package com.newgroktimes.digest.mail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LikelySlipTest {

    @ParameterizedTest
    @CsvSource({
        "gmial.com, gmail.com",
        "gmai.com, gmail.com",
        "gmaill.com, gmail.com",
        "gmail.con, gmail.com",
        "gmail.cm, gmail.com",
        "gmail.co, gmail.com",
        "hotmial.com, hotmail.com",
        "outlok.com, outlook.com",
        "yaho.com, yahoo.com",
        "iclod.com, icloud.com",
        "aol.con, aol.com",
    })
    void whatWasProbablyMeantIsFound(String typed, String meant) {
        assertThat(LikelySlip.in(EmailAddress.parse("ada.l+x@" + typed))).contains("ada.l+x@" + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "mail.com",
                "email.com",
                "ymail.com",
                "bol.com",
                "gol.com",
                "aon.com",
                "al.com",
                "aim.com",
                "yahoo.co",
                "yahoo.de",
                "hotmail.de",
                "hotmail.fr",
                "gmx.com",
                "mac.com",
                "me.com",
                "example.org",
                "gmail.example",
                "googlemail.com",
                "aol.de"
            })
    void aNameOfItsOwnIsNotAskedAbout(String domain) {
        assertThat(LikelySlip.in(EmailAddress.parse("ada@" + domain))).isEmpty();
    }
}
