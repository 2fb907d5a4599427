package com.newgroktimes.digest.mail;

import java.util.stream.IntStream;

/** The part before the @, in NFC (RFC 5321 §4.1.2, RFC 6531 §3.3). */
final class LocalPart {

    private static final int MAX_OCTETS = 64;
    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";

    /** Stands where bytes were that are no UTF-8. */
    private static final int REPLACEMENT = 0xFFFD;

    private LocalPart() {}

    /** Where the @ stands that ends it. */
    static int end(String address) {
        int at = address.startsWith("\"") ? endOfQuotes(address) : address.indexOf('@');
        if (at < 0 || at == address.length()) {
            throw new InvalidAddress(AddressFault.NO_AT);
        }
        if (address.charAt(at) != '@') {
            throw new InvalidAddress(AddressFault.NOT_BARE);
        }
        if (address.indexOf('@', at + 1) >= 0) {
            throw new InvalidAddress(AddressFault.SEVERAL);
        }
        return at;
    }

    private static int endOfQuotes(String address) {
        for (int i = 1; i < address.length(); i++) {
            if (address.charAt(i) == '\\') {
                i++;
            } else if (address.charAt(i) == '"') {
                return i + 1;
            }
        }
        throw new InvalidAddress(AddressFault.OPEN_QUOTE);
    }

    /** With quotes and escapes only where they are needed: two spellings of one mailbox are one key (RFC 5321 §4.1.2). */
    static String canonical(String typed) {
        String canonical = typed.startsWith("\"") ? unquoted(typed) : checkedDots(typed);
        if (TypedAddress.octets(canonical) > MAX_OCTETS) {
            throw new InvalidAddress(AddressFault.NAME_TOO_LONG);
        }
        return canonical;
    }

    private static String checkedDots(String typed) {
        if (typed.isEmpty()) {
            throw new InvalidAddress(AddressFault.NO_NAME);
        }
        refuseAny(typed.codePoints().filter(c -> c != '.' && !isAtext(c)).toArray());
        if (!isDotString(typed)) {
            throw new InvalidAddress(AddressFault.DOTS);
        }
        return typed;
    }

    private static String unquoted(String typed) {
        String content = unescaped(typed.substring(1, typed.length() - 1));
        boolean needless = isDotString(content) && content.codePoints().allMatch(c -> c == '.' || isAtext(c));
        return needless ? content : '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unescaped(String quoted) {
        var content = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                c = quoted.charAt(++i);
                if (c >= 0x7F) {
                    throw new InvalidAddress(AddressFault.NAME_CHARACTER);
                }
            }
            content.append(c);
        }
        refuseAny(content.codePoints().filter(c -> c != ' ' && !isSeen(c)).toArray());
        return content.toString();
    }

    private static boolean isDotString(String text) {
        return !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
    }

    private static boolean isAtext(int c) {
        return c < 0x80 ? Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0 : isSeen(c);
    }

    /** RFC 6531 takes more; two names that differ only in a character that nobody sees, or that was lost on its way, are a trap. */
    private static boolean isSeen(int c) {
        return !Character.isSpaceChar(c) && !isJoiner(c) && c != REPLACEMENT;
    }

    static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    private static void refuseAny(int... characters) {
        if (characters.length > 0) {
            boolean dressed = IntStream.of(characters).anyMatch(c -> "<>()".indexOf(c) >= 0);
            throw new InvalidAddress(dressed ? AddressFault.NOT_BARE : fault(characters[0]));
        }
    }

    private static AddressFault fault(int character) {
        if (Character.isSpaceChar(character)) {
            return AddressFault.BLANK;
        }
        if (isJoiner(character)) {
            return AddressFault.INVISIBLE;
        }
        return character == ',' || character == ';' ? AddressFault.SEVERAL : AddressFault.NAME_CHARACTER;
    }
}
