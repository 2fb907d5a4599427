package com.newgroktimes.digest.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntFunction;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

/** Where a test goes: one address to five, each once. */
public final class TestAddresses {

    public static final int MOST = 5;

    private final List<EmailAddress> addresses;

    private TestAddresses(List<EmailAddress> addresses) {
        this.addresses = addresses;
    }

    /** @throws Problem where they are too few or too many, or one is no address: it says which, and does not repeat it */
    public static TestAddresses parse(List<String> typed) {
        return parse(typed, "Address %d"::formatted);
    }

    /**
     * @param name what a sentence calls the address at a position, from 1
     * @throws Problem where they are too few or too many, or one is no address
     */
    public static TestAddresses parse(List<String> typed, IntFunction<String> name) {
        if (typed.isEmpty()) {
            throw refusal("No address", "Name one address to %d that the test is to go to.".formatted(MOST));
        }
        if (typed.size() > MOST) {
            throw refusal(
                    "Too many addresses",
                    "A test goes to %d addresses at most, and here are %d.".formatted(MOST, typed.size()));
        }
        var addresses = new LinkedHashSet<EmailAddress>();
        for (int i = 0; i < typed.size(); i++) {
            addresses.add(parse(typed.get(i), i + 1, name));
        }
        return new TestAddresses(List.copyOf(addresses));
    }

    private static EmailAddress parse(String typed, int position, IntFunction<String> name) {
        try {
            return EmailAddress.parse(typed);
        } catch (InvalidAddress invalid) {
            Problem problem = refusal(
                            "Not an address",
                            "%s cannot be mailed to. %s".formatted(name.apply(position), invalid.getMessage()))
                    .with("position", position);
            throw invalid.suggestion()
                    .map(meant -> problem.with("suggestion", meant))
                    .orElse(problem);
        }
    }

    private static Problem refusal(String title, String detail) {
        return new Problem(Kind.UNPROCESSABLE, title, detail + " Nothing was sent.");
    }

    public List<EmailAddress> all() {
        return addresses;
    }
}
