package com.newgroktimes.digest.stories.pages;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the style sheets within a page hide whatever its state is, by their selectors. They are read sign by sign: a sheet of beginnings
 * without an end costs no more than another.
 */
final class HidingRules {

    /** Of all sheets of a page together. */
    private static final int LONGEST = 200_000;

    private static final int MOST_SELECTORS = 200;

    /** Each selector is held against every element, so that pages of very many elements are asked for fewer. */
    private static final int MOST_COMPARISONS = 500_000;

    private static final int LONGEST_SELECTOR = 200;

    private static final Pattern HIDES = Pattern.compile("display\\s*+:\\s*+none|visibility\\s*+:\\s*+hidden");

    /** Those that a rule may be about without a condition on the state of the page. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.#\\s>-]+");

    private final Set<String> selectors = new LinkedHashSet<>();
    private final int most;

    private HidingRules(int most) {
        this.most = most;
    }

    static Set<String> of(Document page) {
        int elements = page.getAllElements().size();
        HidingRules rules = new HidingRules(Math.min(MOST_SELECTORS, MOST_COMPARISONS / elements));
        int left = LONGEST;
        for (Element style : page.select("style")) {
            String sheet = style.data();
            if (sheet.length() <= left) {
                left -= sheet.length();
                rules.read(unconditional(withoutComments(sheet)));
            }
        }
        return rules.selectors;
    }

    private static String withoutComments(String sheet) {
        StringBuilder rules = new StringBuilder();
        int at = 0;
        for (int begin = sheet.indexOf("/*"); begin >= 0; begin = sheet.indexOf("/*", at)) {
            int end = sheet.indexOf("*/", begin + 2);
            if (end < 0) {
                break;
            }
            rules.append(sheet, at, begin);
            at = end + 2;
        }
        return rules.append(sheet, at, sheet.length()).toString();
    }

    /** Without what holds on paper, on other screens, or within a movement. */
    private static String unconditional(String sheet) {
        StringBuilder rules = new StringBuilder();
        boolean conditional = false;
        int depth = 0;
        for (int i = 0; i < sheet.length(); i++) {
            char sign = sheet.charAt(i);
            conditional = conditional || (sign == '@' && depth == 0);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (!conditional) {
                rules.append(sign);
            }
            if (conditional && depth <= 0 && (sign == '}' || sign == ';')) {
                conditional = false;
            }
        }
        return rules.toString();
    }

    /** A rule is what stands before an opening brace and from there up to the next closing one. */
    private void read(String sheet) {
        int begin = 0;
        int opening = -1;
        for (int i = 0; i < sheet.length(); i++) {
            char sign = sheet.charAt(i);
            if (sign == '{') {
                begin = opening < 0 ? begin : opening + 1;
                opening = i;
            } else if (sign == '}') {
                if (opening >= 0 && HIDES.matcher(sheet).region(opening, i).find()) {
                    add(sheet.substring(begin, opening));
                }
                begin = i + 1;
                opening = -1;
            }
        }
    }

    private void add(String told) {
        StringTokenizer each = new StringTokenizer(told, ",");
        while (each.hasMoreTokens() && selectors.size() < most) {
            String selector = each.nextToken().strip();
            if (selector.length() <= LONGEST_SELECTOR && PLAIN.matcher(selector).matches()) {
                selectors.add(selector);
            }
        }
    }
}
