package com.newgroktimes.digest.subscribers;

import java.util.Map;

/**
 * What the templates of single mails read: each of its parts by its own name.
 *
 * @param asked  when that happened which the mail is about, spelled out
 * @param errand what the link is for, where one was asked for
 * @param oldAddress masked, of a change of address, as the next; empty in every other mail
 */
record LetterModel(
        String asked,
        String confirm,
        String unsubscribe,
        String settings,
        String errand,
        String link,
        String oldAddress,
        String newAddress,
        String notMe,
        String privacy) {

    Map<String, String> names() {
        return Map.ofEntries(
                Map.entry("asked", asked),
                Map.entry("confirm", confirm),
                Map.entry("unsubscribe", unsubscribe),
                Map.entry("settings", settings),
                Map.entry("errand", errand),
                Map.entry("link", link),
                Map.entry("oldAddress", oldAddress),
                Map.entry("newAddress", newAddress),
                Map.entry("notMe", notMe),
                Map.entry("privacy", privacy));
    }
}
