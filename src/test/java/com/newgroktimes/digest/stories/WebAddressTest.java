package com.newgroktimes.digest.stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebAddressTest {

    @Test
    void whatNoRequestCouldNameIsNoAddress() {
        assertThatExceptionOfType(NotAnAddress.class)
                .isThrownBy(() -> WebAddress.parse("https://[1:2]/a"))
                .withMessageContaining("has a host name that cannot be one: [1:2].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "https://news.example/a?b=c -> https://news.example/a?b=c",
                "HTTPS://News.Example:443/A -> https://news.example/A",
                "https://news.example/a|b[1].jpg?c|d -> https://news.example/a%7Cb%5B1%5D.jpg?c%7Cd",
                "https://news.example/50%/a%20b -> https://news.example/50%25/a%20b",
                "https://bücher.example/ä.jpg -> https://xn--bcher-kva.example/%C3%A4.jpg",
                "http://127.0.0.1:8080/a -> http://127.0.0.1:8080/a",
            })
    void aRequestNamesItAsBrowsersDo(String typed, String asked) {
        assertThat(WebAddress.parse(typed).uri()).hasToString(asked);
    }
}
