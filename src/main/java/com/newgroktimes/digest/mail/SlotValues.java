package com.newgroktimes.digest.mail;

import java.util.EnumMap;
import java.util.Map;

import com.newgroktimes.digest.mail.dkim.Relaxed;
import com.newgroktimes.digest.mail.mime.QuotedPrintable;

/** One reader's slots as the lines that go into a part. */
final class SlotValues {

    private final Map<Slot, byte[]> lines;

    private SlotValues(Map<Slot, byte[]> lines) {
        this.lines = lines;
    }

    static SlotValues inText(Map<Slot, String> values) {
        Map<Slot, byte[]> lines = new EnumMap<>(Slot.class);
        values.forEach((slot, value) -> lines.put(slot, encoded(value)));
        return new SlotValues(lines);
    }

    static SlotValues inHtml(Map<Slot, String> values) {
        return inText(values).escaped(values);
    }

    /** The same values in HTML: most are the same there. */
    SlotValues escaped(Map<Slot, String> values) {
        Map<Slot, byte[]> escaped = new EnumMap<>(lines);
        values.forEach((slot, value) -> {
            String inHtml = escaped(value);
            if (!inHtml.equals(value)) {
                escaped.put(slot, encoded(inHtml));
            }
        });
        return new SlotValues(escaped);
    }

    SlotValues relaxed() {
        Map<Slot, byte[]> relaxed = new EnumMap<>(lines);
        relaxed.replaceAll((slot, value) -> Relaxed.lines(value));
        return new SlotValues(relaxed);
    }

    private static byte[] encoded(String value) {
        return new QuotedPrintable().text(value).softBreak().bytes();
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
