package com.newgroktimes.digest.operator.pages;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

/** Addresses as somebody types or pastes them into one box: apart by commas, semicolons, blanks or lines. */
record TypedAddresses(List<String> each) {

    private static final int LONGEST = 10_000;

    /**
     * What stands between quotation marks before an @ is one name, whatever is in it. Nothing taken is given back: a loop that may
     * give back calls itself for each turn, and a long text would overflow the stack.
     */
    private static final Pattern ADDRESS = Pattern.compile("(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\\s\\p{Z},;\"]++|\")++");

    /** @throws Problem where it is more text than addresses of a test need */
    static TypedAddresses in(String text) {
        if (text.length() > LONGEST) {
            throw new Problem(
                    Kind.UNPROCESSABLE,
                    "Too much text",
                    "A test goes to %d addresses at most, and here are %d characters. Name the addresses alone. Nothing was sent."
                            .formatted(TestAddresses.MOST, text.length()));
        }
        return new TypedAddresses(
                ADDRESS.matcher(text).results().map(MatchResult::group).toList());
    }

    /** @throws Problem that repeats what is no address: whoever typed it has it before their eyes */
    TestAddresses parsed() {
        return TestAddresses.parse(each, position -> "“%s”".formatted(each.get(position - 1)));
    }
}
