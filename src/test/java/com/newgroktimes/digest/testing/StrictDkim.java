package com.newgroktimes.digest.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A verifier of signatures that forgives nothing, written from RFC 6376 and RFC 8463 alone: in strings and expressions, where the
 * service works in bytes. It is here because the verifiers for Java that are looked after know no Ed25519.
 */
public final class StrictDkim {

    private final List<String> head;
    private final String body;
    private final Map<String, String> records;

    private StrictDkim(byte[] mail, Map<String, String> records) {
        String raw = new String(mail, ISO_8859_1); // every byte one character
        int end = raw.indexOf("\r\n\r\n");
        head = List.of(raw.substring(0, end).split("\r\n(?![ \t])"));
        body = raw.substring(end + 4);
        this.records = records;
    }

    /**
     * The selectors of the signatures that hold, in their order.
     *
     * @param records what the DNS has: name and text
     */
    public static List<String> verified(byte[] mail, Map<String, String> records) {
        var verifier = new StrictDkim(mail, records);
        return verifier.head.stream()
                .filter(field -> field.startsWith("DKIM-Signature:"))
                .filter(verifier::holds)
                .map(field -> tags(value(field)).get("s"))
                .toList();
    }

    /** The names in h= of a mail's first signature. */
    public static List<String> covered(byte[] mail) {
        String field = new StrictDkim(mail, Map.of())
                .head.stream()
                        .filter(line -> line.startsWith("DKIM-Signature:"))
                        .findFirst()
                        .orElseThrow();
        return List.of(String.valueOf(tags(value(field)).get("h")).split(":"));
    }

    private boolean holds(String field) {
        Map<String, String> tags = tags(value(field));
        assertThat(tags).containsEntry("v", "1").containsEntry("c", "relaxed/relaxed");
        assertThat(tags).doesNotContainKeys("l", "x", "i", "q");
        assertThat(tags.get("t")).matches("[0-9]{9,12}");
        String record = records.get(tags.get("s") + "._domainkey." + tags.get("d"));
        assertThat(record).as("the record of %s", tags.get("s")).isNotNull();
        return String.valueOf(tags.get("bh")).equals(base64(sha256(relaxedBody())))
                && verifies(tags, tags(String.valueOf(record)), relaxedHead(String.valueOf(tags.get("h")), field));
    }

    private static boolean verifies(Map<String, String> tags, Map<String, String> record, byte[] signed) {
        try {
            boolean curve = "ed25519-sha256".equals(tags.get("a"));
            assertThat(tags).containsEntry("a", curve ? "ed25519-sha256" : "rsa-sha256");
            assertThat(record).containsEntry("v", "DKIM1").containsEntry("k", curve ? "ed25519" : "rsa");
            Signature signature = Signature.getInstance(curve ? "Ed25519" : "SHA256withRSA");
            signature.initVerify(key(Base64.getDecoder().decode(record.get("p")), curve));
            signature.update(curve ? sha256(signed) : signed);
            return signature.verify(Base64.getDecoder().decode(tags.get("b")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(byte[] published, boolean curve) throws GeneralSecurityException {
        if (!curve) {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(published));
        }
        assertThat(published).hasSize(32);
        byte[] info = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(published));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));
    }

    /** §3.4.4. */
    private byte[] relaxedBody() {
        var lines = new ArrayList<>(Arrays.asList(body.split("\r\n", -1)));
        lines.replaceAll(line -> line.replaceAll("[ \t]+", " ").replaceAll(" $", ""));
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        var relaxed = new StringBuilder();
        lines.forEach(line -> relaxed.append(line).append("\r\n"));
        return relaxed.toString().getBytes(ISO_8859_1);
    }

    /** §3.4.2, §3.7, §5.4.2: of several fields of one name the last is taken first. */
    private byte[] relaxedHead(String names, String field) {
        var left = new ArrayList<>(head);
        var relaxed = new StringBuilder();
        for (String name : names.split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    relaxed.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        return (relaxed + relaxed(field.replaceFirst("(;\\s*b\\s*=)[^;]*", "$1"))).getBytes(ISO_8859_1);
    }

    private static String relaxed(String field) {
        String name = field.substring(0, field.indexOf(':'));
        return name.toLowerCase(Locale.ROOT).strip() + ":"
                + value(field).replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }

    private static String value(String field) {
        return field.substring(field.indexOf(':') + 1);
    }

    private static Map<String, String> tags(String list) {
        var tags = new LinkedHashMap<String, String>();
        for (String tag : list.replaceAll("\\s+", "").split(";")) {
            int equals = tag.indexOf('=');
            assertThat(tags.put(tag.substring(0, equals), tag.substring(equals + 1)))
                    .as(tag)
                    .isNull();
        }
        return tags;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), US_ASCII);
    }
}
