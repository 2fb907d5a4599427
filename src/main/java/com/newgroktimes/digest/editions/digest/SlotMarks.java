package com.newgroktimes.digest.editions.digest;

import java.util.Map;

import com.newgroktimes.digest.mail.Skeleton.Marks;
import com.newgroktimes.digest.mail.Slot;

/** What templates write where a reader's own words and links belong. They read it as {@code slots}. */
public record SlotMarks(String address, String signedUp, String unsubscribe, String settings) {

    static SlotMarks of(Marks marks) {
        return new SlotMarks(
                marks.of(Slot.ADDRESS), marks.of(Slot.SIGNED_UP), marks.of(Slot.UNSUBSCRIBE), marks.of(Slot.SETTINGS));
    }

    /** By the name that templates have for each. */
    Map<String, String> byName() {
        return Map.of(
                "slots.address", address,
                "slots.signedUp", signedUp,
                "slots.unsubscribe", unsubscribe,
                "slots.settings", settings);
    }
}
