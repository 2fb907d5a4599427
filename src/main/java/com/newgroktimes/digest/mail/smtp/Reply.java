package com.newgroktimes.digest.mail.smtp;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All lines of a relay's answer (RFC 5321 §4.2).
 *
 * @param code  three digits, the first of which decides where the rest is not known (§4.3.2)
 * @param lines the text of each line, without the code
 */
public record Reply(int code, List<String> lines) {

    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?:[ -](.*))?", Pattern.DOTALL);
    private static final Pattern ENHANCED = Pattern.compile("([245])\\.[0-9]{1,3}\\.[0-9]{1,3}(?=[ :]|$)");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]+");

    static Reply of(List<String> raw) throws ProtocolException {
        int code = 0;
        var lines = new ArrayList<String>(raw.size());
        for (String line : raw) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new ProtocolException("The relay gave an answer that is not SMTP: " + printable(line));
            }
            code = Integer.parseInt(parts.group(1));
            lines.add(parts.group(2) == null ? "" : parts.group(2));
        }
        return new Reply(code, List.copyOf(lines));
    }

    /** 2: done; 3: go on; 4: not now; 5: no. */
    public int kind() {
        return code / 100;
    }

    /** The enhanced status code (RFC 3463); one of another class than the reply's is none (RFC 2034 §4). */
    public Optional<String> status() {
        return lines.stream()
                .map(ENHANCED::matcher)
                .filter(Matcher::lookingAt)
                .filter(status -> Integer.parseInt(status.group(1)) == kind())
                .map(Matcher::group)
                .findFirst();
    }

    /** The enhanced status code where there is a valid one, else the three digits. */
    public String mostExactCode() {
        return status().orElse(Integer.toString(code));
    }

    /** The whole reply on one line, and nothing in it that a terminal or a page would act on. */
    public String text() {
        return printable(code + " " + String.join(" ", lines));
    }

    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
