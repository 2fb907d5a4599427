package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Tidies the fields of one story, and notes what cannot be taken; that field is then null. */
final class Fields {

    static final String MISSING = "It is missing.";
    static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 5_000;

    private final List<Flaw> flaws = new ArrayList<>();

    List<Flaw> flaws() {
        return flaws;
    }

    void flaw(String field, String what) {
        flaws.add(new Flaw(field, what));
    }

    @Nullable
    String line(String field, @Nullable String typed) {
        return within(LONGEST_LINE, field, TypedText.line(typed));
    }

    @Nullable
    String lines(String field, @Nullable String typed) {
        return within(LONGEST_TEXT, field, TypedText.lines(typed));
    }

    @Nullable
    String within(int longest, String field, @Nullable String text) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        flaw(field, "It has %,d characters; at most %,d are taken.".formatted(text.length(), longest));
        return null;
    }

    /** As typed, if it is the address of a page or picture. */
    @Nullable
    String address(String field, @Nullable String typed) {
        String address = TypedText.line(typed);
        if (address == null) {
            return null;
        }
        try {
            WebAddress.parse(address);
            return address;
        } catch (NotAnAddress none) {
            flaw(field, none.sentence());
            return null;
        }
    }

    /** The key of a story. */
    @Nullable
    String canonical(String field, @Nullable String typed) {
        String address = address(field, typed);
        return address == null ? null : CanonicalUrl.of(address).value();
    }

    /** Notes that it is missing, unless it was there and could not be taken. */
    @Nullable
    String needed(String field, @Nullable String value) {
        boolean noted = flaws.stream().anyMatch(flaw -> flaw.field().equals(field));
        if (value == null && !noted) {
            flaw(field, MISSING);
        }
        return value;
    }
}
