package com.newgroktimes.digest.rendering;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.newgroktimes.digest.platform.Publication;

/** What every mail template reads beside the model of its own mail. */
record CommonModel(Publication publication, Words words, Look look) {

    Map<String, Object> with(Map<String, ?> model, Locale locale) {
        var all = new HashMap<String, Object>(model);
        all.put("publication", publication);
        all.put("style", look);
        all.put("lang", spoken(locale).toLanguageTag());
        all.put("dir", direction(locale));
        all.put("msg", new WordsInTemplates(words));
        all.put("at", new OurPages(publication, spoken(locale)));
        return all;
    }

    String direction(Locale locale) {
        return words.text("dir", locale);
    }

    /** The locale itself if we speak its language, else the publication's own. */
    Locale spoken(Locale locale) {
        return words.closest(locale);
    }
}
