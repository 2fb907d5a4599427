package com.newgroktimes.digest.operator.pages;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.platform.Problem;

/** Addresses as somebody types or pastes them into one box: apart by commas, semicolons, blanks or lines. */
record TypedAddresses(List<String> each) {

    /** What stands between quotation marks before an @ is one name, whatever is in it. */
    private static final Pattern ADDRESS = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\\p{Z},;])+");

    static TypedAddresses in(String text) {
        return new TypedAddresses(
                ADDRESS.matcher(text).results().map(MatchResult::group).toList());
    }

    /** @throws Problem that repeats what is no address: whoever typed it has it before their eyes */
    TestAddresses parsed() {
        return TestAddresses.parse(each, position -> "“%s”".formatted(each.get(position - 1)));
    }
}
