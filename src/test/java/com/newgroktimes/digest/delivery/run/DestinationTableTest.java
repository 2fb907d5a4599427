package com.newgroktimes.digest.delivery.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DestinationTableTest {

    @ParameterizedTest
    @CsvSource({
        "gmail.com, google.com",
        "hotmail.com, outlook.com",
        "Yahoo.COM, yahoodns.net",
        "web.de, gmx.net",
    })
    void aDomainOfAProviderMeansTheProvider(String name, String destination) {
        DestinationTable table = table(Map.of("[0].name", name, "[0].per-minute", "1"));

        assertThat(table.nameOf(name.toLowerCase(Locale.ROOT))).hasToString(destination);
        assertThat(takesInAMinute(table, destination)).isOne();
    }

    @Test
    void aDomainOfAnotherEntryMeansThatEntryWhicheverComesFirst() {
        DestinationTable table = table(Map.of(
                "[0].name", "two.example",
                "[0].per-minute", "1",
                "[1].name", "one.example",
                "[1].domains", "two.example"));

        assertThat(table.nameOf("two.example")).hasToString("one.example");
    }

    @Test
    void domainsBelongToTheProviderThatIsMeant() {
        DestinationTable table = table(Map.of("[0].name", "gmail.com", "[0].domains", "one.example, two.example"));

        assertThat(table.nameOf("two.example")).hasToString("google.com");
        assertThat(table.nameOf("gmail.com")).hasToString("google.com");
    }

    @Test
    void domainsAreWrittenInAnyAlphabet() {
        DestinationTable table =
                table(Map.of("[0].name", "M\u00fcnchen.example", "[0].domains", "bl\u00fcte.example, Plain.example,"));

        assertThat(table.nameOf("xn--mnchen-3ya.example")).hasToString("xn--mnchen-3ya.example");
        assertThat(table.nameOf("xn--blte-1ra.example")).hasToString("xn--mnchen-3ya.example");
        assertThat(table.nameOf("plain.example")).hasToString("xn--mnchen-3ya.example");
    }

    @ParameterizedTest
    @CsvSource({
        "[0].name, gmail, digest.delivery.destinations[0].name is \"gmail\"",
        "[0].domains, one.example two.example, digest.delivery.destinations[0].domains is \"one.example two.example\"",
        "[0].domains, @one.example, digest.delivery.destinations[0].domains is \"@one.example\"",
    })
    void whatIsNoDomainStopsTheStart(String setting, String value, String told) {
        Map<String, String> settings =
                setting.endsWith("name") ? Map.of(setting, value) : Map.of("[0].name", "one.example", setting, value);

        assertThatThrownBy(() -> table(settings))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(told)
                .hasMessageContaining("must be a domain");
    }

    @ParameterizedTest
    @CsvSource({
        "one.example, b.example, digest.delivery.destinations[1].name is \"one.example\"",
        "two.example, a.example, digest.delivery.destinations[1].domains is \"a.example\"",
    })
    void whatIsInTheListTwiceStopsTheStart(String secondName, String itsDomain, String told) {
        Map<String, String> settings = Map.of(
                "[0].name",
                "one.example",
                "[0].domains",
                "a.example",
                "[1].name",
                secondName,
                "[1].domains",
                itsDomain);

        assertThatThrownBy(() -> table(settings))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(told)
                .hasMessageContaining("in the list already");
    }

    private static int takesInAMinute(DestinationTable table, String name) {
        Destination destination = table.destination(new DestinationName(name), () -> 0);
        int taken = 0;
        while (taken < 9 && destination.takes(taken, Integer.MAX_VALUE, Instant.EPOCH, 0)) {
            taken++;
        }
        return taken;
    }

    private static DestinationTable table(Map<String, String> given) {
        MockEnvironment environment = new MockEnvironment();
        given.forEach((name, value) -> environment.setProperty("digest.delivery.destinations" + name, value));
        return new DestinationTable(
                Binder.get(environment).bindOrCreate("digest.delivery", DeliverySettings.class),
                UnaryOperator.identity());
    }
}
