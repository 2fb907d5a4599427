package com.newgroktimes.digest.editions.digest;

import java.io.IOException;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.newgroktimes.digest.testing.Golden;

class GoldenMailTest {

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_STORIES", "ONE_STORY", "MARKUP_AS_TEXT", "GERMAN", "RIGHT_TO_LEFT"})
    void theMailIsAsItWasAgreedTo(Specimen specimen) throws IOException {
        String name = specimen.name().toLowerCase(Locale.ROOT).replace('_', '-');

        Golden.compare(name, specimen.rendered().subject(), specimen.text(), specimen.html());
    }
}
