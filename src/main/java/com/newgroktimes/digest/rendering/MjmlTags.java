package com.newgroktimes.digest.rendering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.newgroktimes.digest.platform.Problem;

/** What mjml4j would let pass without a word: tags that it does not know, tags left open, styles that it drops. */
final class MjmlTags {

    private static final Set<String> KNOWN = Set.of(
            "mjml",
            "mj-head",
            "mj-title",
            "mj-preview",
            "mj-attributes",
            "mj-all",
            "mj-class",
            "mj-style",
            "mj-raw",
            "mj-breakpoint",
            "mj-body",
            "mj-wrapper",
            "mj-section",
            "mj-group",
            "mj-column",
            "mj-text",
            "mj-image",
            "mj-button",
            "mj-divider",
            "mj-spacer",
            "mj-table");

    private static final Pattern TAG =
            Pattern.compile("<!--.*?-->|<(/?)(mj[\\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", Pattern.DOTALL);

    private final String file;
    private final String mjml;
    private final Deque<String> open = new ArrayDeque<>();

    private MjmlTags(String file, String mjml) {
        this.file = file;
        this.mjml = mjml;
    }

    /** @throws Problem that names the tag and its line in the MJML that the template made */
    static void check(String file, String mjml) {
        new MjmlTags(file, mjml).check();
    }

    private void check() {
        Matcher tag = TAG.matcher(mjml);
        while (tag.find()) {
            if (tag.group(2) != null) {
                take(tag.group(2), !tag.group(1).isEmpty(), tag.group(3), tag.start());
            }
        }
        if (!open.isEmpty()) {
            throw wrong("<" + open.peek() + "> is never closed.", mjml.length());
        }
    }

    private void take(String name, boolean closing, String attributes, int at) {
        if (!KNOWN.contains(name)) {
            throw wrong("<" + name + "> is no tag that we use.", at);
        }
        if (name.equals("mj-style") && attributes.contains("inline")) {
            throw wrong("<mj-style inline> would be dropped: write the style into the tag itself.", at);
        }
        if (closing && !name.equals(open.poll())) {
            throw wrong("</" + name + "> closes what is not open.", at);
        }
        if (!closing && !attributes.endsWith("/")) {
            open.push(name);
        }
    }

    private Problem wrong(String reason, int at) {
        int line =
                (int) mjml.substring(0, at).chars().filter(sign -> sign == '\n').count() + 1;
        return Templates.broken(file, line, reason + " The line is that of the MJML which the template made.");
    }
}
