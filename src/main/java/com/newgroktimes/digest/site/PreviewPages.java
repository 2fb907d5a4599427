package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;

/**
 * Where the links of previews and test mails lead: to the pages that readers see, whose buttons change nothing and say so. No reader
 * is asked for, so that there is nobody whom they could touch. Empty for every token that is not one of these.
 */
@Component
final class PreviewPages {

    private final ReaderLinks links;
    private final Sections sections;
    private final Words words;

    PreviewPages(ReaderLinks links, Sections sections, Words words) {
        this.links = links;
        this.sections = sections;
        this.words = words;
    }

    Optional<ModelAndView> leaving(String token) {
        return page(Door.UNSUBSCRIBE, token, "site/unsubscribe")
                .map(page -> page.addObject("state", "READY").addObject("settings", Door.SETTINGS.path() + token));
    }

    Optional<ModelAndView> settings(String token, Locale locale) {
        return page(Door.SETTINGS, token, "site/settings")
                .map(page -> page.addObject("state", "ON")
                        .addObject("form", SettingsForm.untouched(sections.all()))
                        .addObject("language", words.spoken(locale.toLanguageTag()))
                        .addObject("mails", List.of()));
    }

    /** As a reader's own link answers: sent on to a page of its own, or, for a mail program, at once. */
    Optional<ModelAndView> left(String token, HttpServletRequest request) {
        return links.isPreview(token) && Form.besideALink(request).get("via").equals("page")
                ? sentOn(token)
                : nothingChanged(token);
    }

    Optional<ModelAndView> sentOn(String token) {
        return sentTo(Door.UNSUBSCRIBE.path() + token + "/done", token);
    }

    /** Empty, too, where none of the buttons was pressed. */
    Optional<ModelAndView> set(String token, Form sent) {
        if (!links.isPreview(token)) {
            return Optional.empty();
        }
        if (sent.has("save") || sent.has("mail")) {
            return sentTo(Door.SETTINGS.path() + token + "/saved", token);
        }
        return sent.has("stop") ? sentOn(token) : Optional.empty();
    }

    private Optional<ModelAndView> sentTo(String path, String token) {
        return links.isPreview(token) ? Optional.of(SeeOther.at(path)) : Optional.empty();
    }

    Optional<ModelAndView> nothingChanged(String token) {
        return nothingChanged(Door.UNSUBSCRIBE, token);
    }

    /** @param door behind which the button stood */
    Optional<ModelAndView> nothingChanged(Door door, String token) {
        return page(door, token, "site/preview");
    }

    private Optional<ModelAndView> page(Door door, String token, String template) {
        return links.isPreview(token)
                ? Optional.of(new ModelAndView(template, Map.of("preview", true, "path", door.path() + token)))
                : Optional.empty();
    }
}
