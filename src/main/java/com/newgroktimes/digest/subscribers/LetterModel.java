package com.newgroktimes.digest.subscribers;

import java.util.Map;

/**
 * What the templates of single mails read: each of its parts by its own name.
 *
 * @param asked  when that happened which the mail is about, spelled out
 * @param errand what the link is for, where one was asked for
 */
record LetterModel(
        String asked,
        String confirm,
        String unsubscribe,
        String settings,
        String errand,
        String link,
        String notMe,
        String privacy) {

    Map<String, String> names() {
        return Map.of(
                "asked", asked,
                "confirm", confirm,
                "unsubscribe", unsubscribe,
                "settings", settings,
                "errand", errand,
                "link", link,
                "notMe", notMe,
                "privacy", privacy);
    }
}
