package com.newgroktimes.digest.editions.checks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;

import com.newgroktimes.digest.editions.digest.RenderedDigest;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.platform.Publication;

/** The mail as the reader with the longest address there can be would get it. */
record LongestCopy(String subject, String text, String html, URI unsubscribe, URI settings) {

    /**
     * RFC 5321 leaves an address at most 254 characters (§4.5.3.1.3, less the angle brackets). Of those that it allows, this one
     * grows most in HTML.
     */
    private static final String LONGEST_ADDRESS = "&".repeat(64) + "@" + "b".repeat(60) + ".example".repeat(16) + "s";

    private static final String TOKEN = "c".repeat(48);

    /** @param dates how the mail writes the day on which its reader signed up */
    static LongestCopy of(RenderedDigest mail, DateTimeFormatter dates, Publication publication) {
        URI unsubscribe = publication.at("/u/" + TOKEN);
        URI settings = publication.at("/settings/" + TOKEN);
        Map<Slot, String> reader = Map.of(
                Slot.ADDRESS,
                LONGEST_ADDRESS,
                Slot.SIGNED_UP,
                longestDay(dates),
                Slot.UNSUBSCRIBE,
                unsubscribe.toString(),
                Slot.SETTINGS,
                settings.toString());
        return new LongestCopy(
                mail.subject(), mail.skeleton().text(reader), mail.skeleton().html(reader), unsubscribe, settings);
    }

    private static String longestDay(DateTimeFormatter dates) {
        LocalDate first = LocalDate.of(2026, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .map(dates::format)
                .max(Comparator.comparingInt(day -> day.getBytes(StandardCharsets.UTF_8).length))
                .orElseThrow();
    }

    boolean contains(String mark) {
        return subject.contains(mark) || text.contains(mark) || html.contains(mark);
    }

    int htmlBytes() {
        return html.getBytes(StandardCharsets.UTF_8).length;
    }
}
