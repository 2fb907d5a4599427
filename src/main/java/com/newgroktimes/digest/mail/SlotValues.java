package com.newgroktimes.digest.mail;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.newgroktimes.digest.mail.mime.QuotedPrintable;

/** One reader's slots as the lines that go into a part. */
final class SlotValues {

    private final Map<Slot, byte[]> lines = new EnumMap<>(Slot.class);

    private SlotValues(Map<Slot, String> values, UnaryOperator<String> escape) {
        values.forEach((slot, value) -> lines.put(
                slot,
                new QuotedPrintable().text(escape.apply(value)).softBreak().bytes()));
    }

    static SlotValues inText(Map<Slot, String> values) {
        return new SlotValues(values, value -> value);
    }

    static SlotValues inHtml(Map<Slot, String> values) {
        return new SlotValues(values, SlotValues::escaped);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    byte[] of(Slot slot) {
        byte[] line = lines.get(slot);
        if (line == null) {
            throw new IllegalArgumentException("No value was given for the slot " + slot + ".");
        }
        return line;
    }
}
