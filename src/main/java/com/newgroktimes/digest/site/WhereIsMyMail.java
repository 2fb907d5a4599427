package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ReaderDelivery;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.subscribers.Subscribers;

/** The latest editions for one reader, as the ledger has them. */
@Component
final class WhereIsMyMail {

    private static final int EDITIONS = 8;
    private static final String WHY = "page.mail.why.";

    /** Why somebody is left out, as the ledger has it, and as a reader can do something about. */
    private static final Set<String> LEFT_OUT =
            Set.of("LEFT", "BREAK", "NOTHING_IN_SECTIONS", "TOO_LATE", "HARD_BOUNCE");

    private final Deliveries deliveries;
    private final Subscribers subscribers;
    private final Editions editions;
    private final Days days;

    WhereIsMyMail(Deliveries deliveries, Subscribers subscribers, Editions editions, Days days) {
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.editions = editions;
        this.days = days;
    }

    List<MailLine> lines(long reader, Locale locale) {
        return deliveries.to(subscribers.numbers(reader), EDITIONS).stream()
                .map(delivery -> line(delivery, locale))
                .toList();
    }

    /** Why mail came back, as far as an edition tells it. */
    Reason whyItCameBack(long reader) {
        return deliveries.to(subscribers.numbers(reader), EDITIONS).stream()
                .filter(delivery -> delivery.state() == DeliveryState.REFUSED)
                .map(ReaderDelivery::reason)
                .filter(reason -> reason != null)
                .findFirst()
                .orElse(Reason.NO_SUCH_MAILBOX);
    }

    private MailLine line(ReaderDelivery delivery, Locale locale) {
        return switch (delivery.state()) {
            case WAITING, SENDING ->
                new MailLine(delivery.edition(), isOver(delivery) ? "stopped" : "waiting", "", "", "");
            case ACCEPTED -> told(delivery, "taken", "", locale);
            case PUT_OFF ->
                new MailLine(
                        delivery.edition(),
                        putOff(delivery),
                        days.withTheTime(delivery.nextTry(), locale),
                        "",
                        said(delivery));
            case REFUSED -> told(delivery, "refused", reason(delivery.reason()), locale);
            case GAVE_UP -> told(delivery, "given-up", reason(delivery.reason()), locale);
            case UNKNOWN -> told(delivery, "unknown", "", locale);
            case SKIPPED -> new MailLine(delivery.edition(), "left-out", "", leftOut(delivery.code()), "");
        };
    }

    private String putOff(ReaderDelivery delivery) {
        if (isOver(delivery)) {
            return "put-off.stopped";
        }
        return delivery.nextTry() == null ? "put-off.again" : "put-off";
    }

    /** An edition that was stopped for good leaves the rest of its ledger as it was. */
    private boolean isOver(ReaderDelivery delivery) {
        return editions.state(delivery.edition()) == EditionState.STOPPED;
    }

    private MailLine told(ReaderDelivery delivery, String told, String why, Locale locale) {
        return new MailLine(delivery.edition(), told, days.withTheTime(delivery.at(), locale), why, said(delivery));
    }

    private static String said(ReaderDelivery delivery) {
        return delivery.reply() == null ? "" : delivery.reply();
    }

    private static String reason(@Nullable Reason reason) {
        return reason == null ? "" : WHY + reason.name();
    }

    private static String leftOut(@Nullable String code) {
        if (code == null) {
            return "";
        }
        return WHY + (LEFT_OUT.contains(code) ? code : "ASKED");
    }
}
