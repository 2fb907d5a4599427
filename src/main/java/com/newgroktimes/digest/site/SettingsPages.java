package com.newgroktimes.digest.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;

/** What a reader is shown of their settings, by what they are and how old their link is. */
@Component
final class SettingsPages {

    /** Of a link on a page that opens for ever: it is no younger than the page's own. */
    static final Instant UNDATED = Instant.EPOCH;

    private static final Duration SETS_FOR = Duration.ofDays(90);

    private final Subscribers subscribers;
    private final Sections sections;
    private final WhereIsMyMail mail;
    private final Words words;
    private final Days days;
    private final Mailboxes mailboxes;
    private final Clock clock;

    SettingsPages(
            Subscribers subscribers,
            Sections sections,
            WhereIsMyMail mail,
            Words words,
            Days days,
            Mailboxes mailboxes,
            Clock clock) {
        this.subscribers = subscribers;
        this.sections = sections;
        this.mail = mail;
        this.words = words;
        this.days = days;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Whether it stops the digest and brings a fresh link, and nothing else. */
    boolean isOld(Signed link) {
        return clock.instant().isAfter(link.issuedAtLatest().plus(SETS_FOR));
    }

    ModelAndView of(Subscriber reader, Signed link, String path, Locale locale) {
        boolean old = isOld(link);
        Map<String, Object> model = new HashMap<>();
        model.put("masked", MaskedAddress.of(reader.address()));
        model.put("path", path);
        if (!reader.onTheList()) {
            return off(reader, old, model, locale);
        }
        if (old) {
            model.put("undated", link.issued().equals(UNDATED));
            return page("OLD", model);
        }
        model.put("form", form(reader, locale));
        model.put("language", words.spoken(reader.locale()));
        model.put("mails", mail.lines(reader.id(), locale));
        subscribers.waitingChange(reader.id()).ifPresent(change -> {
            model.put("wanted", MaskedAddress.of(change.address()));
            model.put("until", days.spelledOut(change.until(), locale));
        });
        return page("ON", model);
    }

    private ModelAndView off(Subscriber reader, boolean old, Map<String, Object> model, Locale locale) {
        model.put("mailbox", mailboxes.mailbox());
        model.put("writable", reader.suppressed() == null);
        if (reader.state() == SubscriberState.CONFIRMED && reader.suppressed() == Suppression.HARD_BOUNCE && !old) {
            model.put("since", days.spelledOut(reader.suppressedAt(), locale));
            model.put("why", "page.mail.why." + mail.whyItCameBack(reader.id()).name());
            model.put("mails", mail.lines(reader.id(), locale));
            return page("BOUNCED", model);
        }
        model.put("since", days.spelledOut(reader.leftAt(), locale));
        return page("OFF", model);
    }

    private static ModelAndView page(String state, Map<String, Object> model) {
        model.put("state", state);
        return new ModelAndView("site/settings", model);
    }

    private SettingsForm form(Subscriber reader, Locale locale) {
        return SettingsForm.of(reader, sections.all(), clock.instant(), until -> days.spelledOut(until, locale));
    }

    /** The same whoever asked for which link, and whether or not it is mailed. */
    ModelAndView sent() {
        return new ModelAndView("site/link-sent", Map.of("mailbox", mailboxes.mailbox()));
    }
}
