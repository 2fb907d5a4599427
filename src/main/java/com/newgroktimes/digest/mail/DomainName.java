package com.newgroktimes.digest.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * The part after the @, as lower-case A-labels: UTS 46 without its transitional mappings (under which faß.example would
 * become somebody else's fass.example), and of that only what IDNA2008 allows (RFC 5891, RFC 5892).
 */
public final class DomainName {

    private static final int MAX_OCTETS = 253;
    private static final int MAX_LABEL = 63;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Set<String> SPECIAL_USE = Set.of("invalid", "local", "localhost", "onion");

    private static final IDNA UTS_46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private DomainName() {}

    /** @throws InvalidAddress where mail can go to no such domain */
    public static String ascii(String typed) {
        if (typed.isEmpty()) {
            throw new InvalidAddress(AddressFault.NO_DOMAIN);
        }
        if (typed.startsWith("[")) {
            throw new InvalidAddress(AddressFault.NETWORK_ADDRESS);
        }
        boolean plain = PLAIN.matcher(typed).matches()
                && !typed.toLowerCase(Locale.ROOT).contains("xn--");
        return checked(plain ? typed.toLowerCase(Locale.ROOT) : toAscii(typed));
    }

    /** Whether names below it belong to whoever registers them, as those below {@code co.uk} do: nobody sends mail from it. */
    public static boolean isPublicSuffix(String ascii) {
        PublicSuffixMatcher suffixes = PublicSuffixMatcherLoader.getDefault();
        // Those of a company, such as github.io, are a domain that it has registered, and may send from.
        return suffixes.getDomainRoot(ascii) == null && suffixes.getDomainRoot(ascii, DomainType.ICANN) == null;
    }

    /** Whether this is a name that never leads to a mailbox (RFC 6761, 6762, 7686). */
    static boolean isSpecialUse(String ascii) {
        return SPECIAL_USE.contains(ascii.substring(ascii.lastIndexOf('.') + 1));
    }

    /** UTS 39 §5.2, as mailbox providers ask of senders. */
    static boolean mixesScripts(String ascii) {
        for (String label : toUnicode(ascii).split("\\.")) {
            if (SCRIPTS.failsChecks(label)) {
                return true;
            }
        }
        return false;
    }

    private static String toAscii(String typed) {
        typed.codePoints().filter(c -> ",;".indexOf(c) >= 0).findFirst().ifPresent(c -> {
            throw new InvalidAddress(AddressFault.SEVERAL);
        });
        var problems = new IDNA.Info();
        String ascii = UTS_46.nameToASCII(typed, new StringBuilder(), problems).toString();
        if (problems.hasErrors()) {
            throw new InvalidAddress(fault(problems));
        }
        if (!toUnicode(ascii).codePoints().allMatch(DomainName::isAllowed)) {
            throw new InvalidAddress(AddressFault.DOMAIN_CHARACTER);
        }
        return ascii;
    }

    private static String toUnicode(String ascii) {
        return UTS_46.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
    }

    private static AddressFault fault(IDNA.Info problems) {
        Set<IDNA.Error> errors = problems.getErrors();
        if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
            return AddressFault.DOMAIN_DOTS;
        }
        return errors.contains(IDNA.Error.LABEL_TOO_LONG) || errors.contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)
                ? AddressFault.DOMAIN_TOO_LONG
                : AddressFault.DOMAIN_CHARACTER;
    }

    /**
     * RFC 5892 §3 for what UTS 46 has mapped already: letters, digits and marks, with its exceptions. The characters that
     * are allowed in some context only were judged by ICU.
     */
    private static boolean isAllowed(int c) {
        if (c == '.' || c == '-' || c == 0x00B7 || c == 0x0375 || c == 0x05F3 || c == 0x05F4 || c == 0x30FB) {
            return true;
        }
        if (c == 0x0640 || c == 0x07FA || c == 0x302E || c == 0x302F || c == 0x303B || (0x3031 <= c && c <= 0x3035)) {
            return false;
        }
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK -> true;
            default -> c == 0x3007 || c == 0x06FD || c == 0x06FE || c == 0x0F0B || LocalPart.isJoiner(c);
        };
    }

    private static String checked(String ascii) {
        if (ascii.length() > MAX_OCTETS) {
            throw new InvalidAddress(AddressFault.DOMAIN_TOO_LONG);
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            check(label);
        }
        if (labels.length == 1) {
            throw new InvalidAddress(AddressFault.ONE_LABEL);
        }
        // no top-level domain is a number (RFC 3696 §2): this is an IPv4 address, or the start of one
        if (DIGITS.matcher(labels[labels.length - 1]).matches()) {
            throw new InvalidAddress(AddressFault.NETWORK_ADDRESS);
        }
        return ascii;
    }

    private static void check(String label) {
        if (label.isEmpty()) {
            throw new InvalidAddress(AddressFault.DOMAIN_DOTS);
        }
        if (label.length() > MAX_LABEL) {
            throw new InvalidAddress(AddressFault.DOMAIN_TOO_LONG);
        }
        if (!LABEL.matcher(label).matches()) {
            throw new InvalidAddress(AddressFault.DOMAIN_CHARACTER);
        }
    }
}
