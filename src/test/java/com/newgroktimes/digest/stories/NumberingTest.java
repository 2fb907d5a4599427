package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "? ?   | ?   | 1 2   | 3",
                "1 2   | 3 4 | 1 2   | 3 4",
                "1 2   | 1 2 | 1 2   | 3 4",
                "1 2 5 | 3 4 | 1 2 5 | 3 4",
                "3 7   | ? ? | 3 7   | 8 9",
                "?     | 1 ? | 1     | 2 3",
                "2 ? 3 | ?   | 2 4 3 | 5",
                "1 1 2 | 2   | 1 3 2 | 5",
            })
    void numbersAreAsPrintedAndRunOn(String sources, String posts, String sourceNumbers, String postNumbers) {
        Numbering numbering = new Numbering();

        assertThat(numbering.number(told(sources))).isEqualTo(told(sourceNumbers));
        assertThat(numbering.number(told(posts))).isEqualTo(told(postNumbers));
    }

    private static List<@Nullable Integer> told(String numbers) {
        return new ArrayList<>(Arrays.stream(numbers.split(" "))
                .map(n -> n.equals("?") ? null : Integer.valueOf(n))
                .toList());
    }
}
