package com.newgroktimes.digest.stories.documents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line with which XML may begin: {@code <?xml version="1.0" encoding="windows-1251"?>}. */
public final class XmlDeclaration {

    private static final int FURTHEST = 1_000;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)\\s*[\"']");

    private XmlDeclaration() {}

    public static Optional<String> charset(byte[] document) {
        String beginning = new String(document, 0, Math.min(FURTHEST, document.length), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(beginning);
        return encoding.find() ? Optional.of(encoding.group(1)) : Optional.empty();
    }
}
