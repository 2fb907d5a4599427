package com.newgroktimes.digest.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader of mail that forgives nothing, written from the RFCs alone: it fails where a lenient parser would shrug. */
public record StrictMail(List<Field> fields, String body) {

    public record Field(String name, String value) {}

    public static StrictMail read(byte[] bytes) {
        // every byte one character: nothing is decoded yet
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        int end = raw.indexOf("\r\n\r\n");
        assertThat(end).as("blank line after the headers").isPositive();
        return new StrictMail(fields(raw.substring(0, end)), raw.substring(end + 4));
    }

    private static List<Field> fields(String head) {
        var fields = new ArrayList<Field>();
        for (String line : head.split("\r\n", -1)) {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(998);
            assertThat(line).isNotBlank();
            if (line.startsWith(" ")) {
                Field begun = fields.remove(fields.size() - 1);
                fields.add(new Field(begun.name(), begun.value() + line));
            } else {
                assertThat(line).matches("[A-Za-z-]+: .*");
                fields.add(new Field(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
            }
        }
        return fields;
    }

    public String only(String name) {
        List<Field> found =
                fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0).value();
    }

    /** The one part, or the two of a multipart/alternative. */
    public List<String> parts() {
        Matcher type =
                Pattern.compile("multipart/alternative; boundary=\"(.{1,70})\"").matcher(only("Content-Type"));
        if (!type.matches()) {
            return List.of(decoded(body));
        }
        assertThat(body).startsWith("--" + type.group(1) + "\r\n").endsWith("\r\n--" + type.group(1) + "--\r\n");
        List<String> cut = List.of(("\r\n" + body).split(Pattern.quote("\r\n--" + type.group(1))));
        assertThat(cut).hasSize(4).last().isEqualTo("--\r\n");
        return List.of(decoded(part(cut.get(1), "plain")), decoded(part(cut.get(2), "html")));
    }

    private static String part(String raw, String subtype) {
        StrictMail part = read(raw.substring(2).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(part.only("Content-Type")).isEqualTo("text/" + subtype + "; charset=UTF-8");
        assertThat(part.only("Content-Transfer-Encoding")).isEqualTo("quoted-printable");
        return part.body();
    }

    /** RFC 2045 §6.7, rule by rule. */
    static String decoded(String quotedPrintable) {
        var octets = new ByteArrayOutputStream();
        assertThat(quotedPrintable).endsWith("\r\n").doesNotEndWith("=\r\n");
        for (String line :
                quotedPrintable.substring(0, quotedPrintable.length() - 2).split("\r\n", -1)) {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(76);
            assertThat(line).matches("[ -~\t]*").doesNotEndWith(" ").doesNotEndWith("\t");
            assertThat(line).doesNotStartWith(".").doesNotStartWith("From ");
            boolean soft = line.endsWith("=");
            String content = soft ? line.substring(0, line.length() - 1) : line + "\r\n";
            for (int i = 0; i < content.length(); i++) {
                if (content.charAt(i) == '=') {
                    assertThat(content.substring(i + 1, i + 3)).matches("[0-9A-F]{2}");
                    octets.write(Integer.parseInt(content.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    octets.write(content.charAt(i));
                }
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
