package com.newgroktimes.digest.delivery.spam;

import java.net.ProtocolException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What SpamAssassin thinks of a message.
 *
 * @param rules names of those that hit
 */
record SpamVerdict(double points, List<String> rules) {

    private static final Pattern ALL_WELL = Pattern.compile("SPAMD/\\d+\\.\\d+ 0 \\S+");
    private static final Pattern POINTS =
            Pattern.compile("(?m)^Spam: *(?:True|False|Yes|No) *; *(-?\\d{1,6}(?:\\.\\d{1,6})?) */");
    private static final Pattern RULE = Pattern.compile("[A-Z0-9_]+");

    /** The answer to SYMBOLS in SpamAssassin's protocol: a line that says how it went, headers, names of rules. */
    static SpamVerdict read(String answer) throws ProtocolException {
        String[] halves = answer.replace("\r\n", "\n").split("\n\n", 2);
        Matcher points = POINTS.matcher(halves[0]);
        if (!ALL_WELL.matcher(halves[0]).lookingAt() || !points.find()) {
            throw new ProtocolException("SpamAssassin's answer begins with \"%s\", which is no verdict."
                    .formatted(halves[0].lines().findFirst().orElse("")));
        }
        return new SpamVerdict(Double.parseDouble(points.group(1)), rules(halves.length > 1 ? halves[1] : ""));
    }

    private static List<String> rules(String body) {
        return Stream.of(body.strip().split("\\s*,\\s*"))
                .filter(name -> RULE.matcher(name).matches())
                .toList();
    }
}
