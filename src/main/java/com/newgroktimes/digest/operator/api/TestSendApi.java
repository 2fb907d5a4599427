package com.newgroktimes.digest.operator.api;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;

/** Send a test of an edition. */
@RestController
@RequestMapping(path = "/api/v1/editions/{number}/test", produces = MediaType.APPLICATION_JSON_VALUE)
final class TestSendApi {

    private final Deliveries deliveries;
    private final Editions editions;

    TestSendApi(Deliveries deliveries, Editions editions) {
        this.deliveries = deliveries;
        this.editions = editions;
    }

    record Test(
            @Nullable List<@Nullable String> to, @Nullable String variant) implements Instruction {}

    /** Answers when all of it is over. */
    @PostMapping
    TestSendBody test(@PathVariable int number, @RequestBody Test test, Principal operator) {
        List<String> typed = Required.field("to", test.to()).stream()
                .map(address -> address == null ? "" : address)
                .toList();
        Variant variant =
                VariantName.parse(test.variant() == null ? VariantName.USUAL : test.variant(), editions.languages());
        return TestSendBody.of(deliveries.test(number, variant, TestAddresses.parse(typed), operator.getName()));
    }
}
