package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a site lets programs read: a robots.txt, as RFC 9309 has it. */
final class RobotsRules {

    static final RobotsRules ALL = new RobotsRules(List.of());
    static final RobotsRules NOTHING = new RobotsRules(List.of(new Rule("/", false)));

    private static final Pattern PRODUCT = Pattern.compile("^[A-Za-z_-]+");

    private final List<Rule> rules;

    private RobotsRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** @param product the name by which we introduce ourselves; the groups of {@code *} count where none names it */
    static RobotsRules of(String text, String product) {
        List<Rule> ours = new ArrayList<>();
        List<Rule> everybodys = new ArrayList<>();
        boolean named = false;
        boolean head = false;
        boolean forUs = false;
        boolean forAll = false;
        for (String written : text.split("\\R")) {
            Line line = Line.of(written);
            if (line == null) {
                continue;
            }
            if (line.isUserAgent()) {
                if (!head) {
                    forUs = false;
                    forAll = false;
                }
                head = true;
                forUs |= line.names(product);
                forAll |= line.value().startsWith("*");
                named |= forUs;
            } else if (line.isRule()) {
                head = false;
                Rule rule = new Rule(RobotsPath.ofRule(line.value()), line.key().equals("allow"));
                if (forUs) {
                    ours.add(rule);
                }
                if (forAll) {
                    everybodys.add(rule);
                }
            }
        }
        return new RobotsRules(List.copyOf(named ? ours : everybodys));
    }

    private record Line(String key, String value) {

        static @Nullable Line of(String written) {
            String said = written.replaceFirst("#.*", "");
            int colon = said.indexOf(':');
            return colon < 0
                    ? null
                    : new Line(
                            said.substring(0, colon)
                                    .replace("\uFEFF", "")
                                    .strip()
                                    .toLowerCase(Locale.ROOT),
                            said.substring(colon + 1).strip());
        }

        boolean isUserAgent() {
            return key.equals("user-agent");
        }

        boolean isRule() {
            return key.equals("allow") || key.equals("disallow");
        }

        boolean names(String product) {
            return PRODUCT.matcher(value)
                    .results()
                    .anyMatch(name -> name.group().equalsIgnoreCase(product));
        }
    }

    private record Rule(String path, boolean allows) {

        /** {@code *} is any signs, and {@code $} at the end is the end; without it the rest may be anything. */
        boolean matches(String asked) {
            boolean toTheEnd = path.endsWith("$");
            String[] parts = (toTheEnd ? path.substring(0, path.length() - 1) : path + "*").split("\\*", -1);
            if (!asked.startsWith(parts[0])) {
                return false;
            }
            int from = parts[0].length();
            for (int i = 1; i < parts.length - 1; i++) {
                int found = asked.indexOf(parts[i], from);
                if (found < 0) {
                    return false;
                }
                from = found + parts[i].length();
            }
            String last = parts[parts.length - 1];
            return parts.length == 1
                    ? asked.equals(last)
                    : asked.length() - last.length() >= from && asked.endsWith(last);
        }
    }

    /**
     * The longest rule that matches decides; of two as long, the one that allows.
     *
     * @param path with its query
     */
    boolean allow(String path) {
        String asked = RobotsPath.ofPage(path);
        Rule longest = null;
        for (Rule rule : rules) {
            boolean longer = longest == null
                    || rule.path().length() > longest.path().length()
                    || (rule.path().length() == longest.path().length() && rule.allows());
            if (!rule.path().isEmpty() && longer && rule.matches(asked)) {
                longest = rule;
            }
        }
        return longest == null || longest.allows();
    }
}
