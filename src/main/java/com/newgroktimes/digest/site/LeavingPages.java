package com.newgroktimes.digest.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What whoever is about to leave, or has left, is shown. Of a reader who was erased nothing is known but that they are off. */
@Component
final class LeavingPages {

    private static final Set<EditionState> STILL_BRINGING_COPIES = Set.of(
            EditionState.PREPARING,
            EditionState.SENDING,
            EditionState.PAUSING,
            EditionState.PAUSED,
            EditionState.RETRYING);

    private final Subscribers subscribers;
    private final Editions editions;
    private final ReaderLinks links;
    private final Mailboxes mailboxes;
    private final Days days;

    LeavingPages(Subscribers subscribers, Editions editions, ReaderLinks links, Mailboxes mailboxes, Days days) {
        this.subscribers = subscribers;
        this.editions = editions;
        this.links = links;
        this.mailboxes = mailboxes;
        this.days = days;
    }

    ModelAndView ask(long id, String token, Locale locale) {
        Subscriber reader = reader(id).orElse(null);
        return page(reader != null && !hasLeft(reader) ? "READY" : "OFF", reader, token, locale);
    }

    ModelAndView done(long id, String token, Locale locale) {
        Subscriber reader = reader(id).orElse(null);
        if (reader == null) {
            return page("OFF", null, token, locale);
        }
        return page(hasLeft(reader) ? "DONE" : "READY", reader, token, locale);
    }

    ModelAndView back(long id, String token, Locale locale) {
        Subscriber reader = reader(id).orElse(null);
        return page(reader != null && !hasLeft(reader) ? "BACK" : "LATE", reader, token, locale);
    }

    ModelAndView thanks(long id, String token, Locale locale) {
        return page("THANKS", reader(id).orElse(null), token, locale);
    }

    /** For when the database is away: without asking it anything. */
    ModelAndView fault(String path) {
        return new ModelAndView(
                "site/unsubscribe", Map.of("state", "FAULT", "path", path, "mailbox", mailboxes.mailbox()));
    }

    private ModelAndView page(String state, @Nullable Subscriber reader, String token, Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("state", state);
        model.put("path", "/u/" + token);
        model.put("undoable", reader != null && subscribers.canComeBack(reader));
        model.put(
                "underWay",
                state.equals("DONE") && !editions.in(STILL_BRINGING_COPIES).isEmpty());
        if (reader != null) {
            model.put("masked", MaskedAddress.of(reader.address()));
            model.put("left", days.spelledOut(reader.leftAt(), locale));
            model.put(
                    "settings",
                    links.settings(reader.id(), SettingsPages.UNDATED).getPath());
        }
        return new ModelAndView("site/unsubscribe", model);
    }

    /** Their number may be another by now: two may have become one since the link was read. */
    private Optional<Subscriber> reader(long id) {
        return subscribers.find(subscribers.current(id));
    }

    private static boolean hasLeft(Subscriber reader) {
        return reader.state() == SubscriberState.UNSUBSCRIBED;
    }
}
