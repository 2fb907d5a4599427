package com.newgroktimes.digest.delivery;

import java.math.BigDecimal;

/** A part of a whole, as a setting says it: {@code 2%}. */
public record Share(double ofOne) {

    private static final String FORM =
            "A share is a number with a percent sign after it, between 0% and 100%, such as 2%.";

    public Share {
        if (!(ofOne >= 0 && ofOne <= 1)) {
            throw new IllegalArgumentException(FORM);
        }
    }

    /** How settings are read. */
    public static Share valueOf(String text) {
        String number = text.strip();
        if (!number.matches("[0-9]+(\\.[0-9]+)?\\s*%")) {
            throw new IllegalArgumentException(FORM);
        }
        return new Share(
                Double.parseDouble(number.substring(0, number.length() - 1).strip()) / 100);
    }

    /** As a setting says it. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(ofOne).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    public boolean isExceededBy(long part, long whole) {
        return part > whole * ofOne;
    }
}
