package com.newgroktimes.digest.operator.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A form that comes back after its story has changed: field by field, whatever nobody typed into follows the story.
 *
 * @param kept    fields that changed meanwhile, and in the form did not
 * @param clashes fields that changed here and there, and not to the same
 */
record StoryMerge(StoryForm form, List<String> kept, List<String> clashes) {

    /** @param seen the marks of the form as it was filled in */
    static StoryMerge of(String seen, StoryForm typed, StoryForm now) {
        List<String> kept = new ArrayList<>();
        List<String> clashes = new ArrayList<>();
        List<String> touched = typed.changedSince(seen);
        StoryForm form = typed;
        for (String field : now.changedSince(seen)) {
            if (!touched.contains(field)) {
                form = form.with(field, now);
                kept.add(field);
            } else if (!typed.text(field).equals(now.text(field))) {
                clashes.add(field);
            }
        }
        return new StoryMerge(form, kept, clashes);
    }
}
