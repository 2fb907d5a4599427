package com.newgroktimes.digest.mail.dkim;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.newgroktimes.digest.platform.Sha256;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The TXT record of a key (RFC 6376 §3.6.1). */
public final class KeyRecord {

    /** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410 §4); the record has those alone (RFC 8463 §4). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LONGEST_STRING = 255;
    private static final byte[] PROBE = "Whoever reads this has our public key.".getBytes(US_ASCII);

    private KeyRecord() {}

    /** Where receivers look for it. */
    public static String name(String selector, String domain) {
        return selector + "._domainkey." + domain;
    }

    /** What the record of the private key in a file says, in the strings that it is made of. */
    public static List<String> of(Path file) throws UnusableKey {
        SigningKey key = KeyFile.key("", new KeyFile(file).content());
        String text = text(key.publicHalf(), key.algorithm());
        if (fit(List.of(text), key) != Fit.FITS) {
            throw new IllegalStateException("The public half of the key in %s does not fit it.".formatted(file));
        }
        return strings(text);
    }

    static String text(PublicKey key, Algorithm algorithm) {
        byte[] encoded = key.getEncoded();
        byte[] bytes = algorithm == Algorithm.ED25519
                ? Arrays.copyOfRange(encoded, ED25519_PREFIX.length, encoded.length)
                : encoded;
        return "v=DKIM1; k=" + algorithm.keyType() + "; p="
                + Base64.getEncoder().encodeToString(bytes);
    }

    /** Cut to the strings that a TXT record is made of (RFC 1035 §3.3); receivers join them without a blank. */
    static List<String> strings(String text) {
        return List.of(text.split("(?<=\\G.{" + LONGEST_STRING + "})"));
    }

    /** Whether what a key signs can be verified by what the DNS has. */
    static Fit fit(List<String> records, SigningKey key) {
        if (records.isEmpty()) {
            return Fit.NO_RECORD;
        }
        return records.size() > 1 ? Fit.SEVERAL : fit(tags(records.get(0)), key);
    }

    private static Fit fit(Map<String, String> tags, SigningKey key) {
        String encoded = tags.get("p");
        if (encoded == null || !tags.getOrDefault("v", "DKIM1").equals("DKIM1")) {
            return Fit.UNREADABLE;
        }
        if (encoded.isEmpty()) {
            return Fit.REVOKED;
        }
        if (!tags.getOrDefault("k", "rsa").equals(key.algorithm().keyType())) {
            return Fit.OTHER_TYPE;
        }
        List<String> uses = list(tags, "s", "*");
        if (!list(tags, "h", "sha256").contains("sha256") || !(uses.contains("*") || uses.contains("email"))) {
            return Fit.NOT_FOR_US;
        }
        return verified(encoded, key, list(tags, "t", "").contains("y") ? Fit.TESTING : Fit.FITS);
    }

    private static Fit verified(String encoded, SigningKey key, Fit good) {
        try {
            return verifies(Base64.getDecoder().decode(encoded), key) ? good : Fit.OTHER_KEY;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Fit.UNREADABLE;
        }
    }

    private static boolean verifies(byte[] published, SigningKey key) throws GeneralSecurityException {
        boolean curve = key.algorithm() == Algorithm.ED25519;
        Signature signature = Signature.getInstance(key.algorithm().jcaName());
        signature.initVerify(KeyFactory.getInstance(curve ? "Ed25519" : "RSA")
                .generatePublic(new X509EncodedKeySpec(curve ? prefixed(published) : published)));
        signature.update(curve ? Sha256.of(PROBE).bytes() : PROBE);
        return signature.verify(key.sign(PROBE));
    }

    private static byte[] prefixed(byte[] raw) {
        byte[] info = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, info, ED25519_PREFIX.length, raw.length);
        return info;
    }

    /** Without blanks, which mean nothing in any of them. */
    private static Map<String, String> tags(String text) {
        var tags = new LinkedHashMap<String, String>();
        for (String tag : text.replaceAll("\\s", "").split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(tag.substring(0, equals), tag.substring(equals + 1));
            }
        }
        return tags;
    }

    private static List<String> list(Map<String, String> tags, String tag, String without) {
        return List.of(tags.getOrDefault(tag, without).split(":"));
    }
}
