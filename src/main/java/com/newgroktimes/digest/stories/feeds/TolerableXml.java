package com.newgroktimes.digest.stories.feeds;

import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;

/**
 * XML without what costs a strict parser the whole document and tells nothing: signs that XML forbids, the declaration wherever it
 * stands, comments, and a DOCTYPE with all that it declares, so that there is nothing to expand or to fetch. The names that HTML has for signs become
 * those signs. Lines keep their numbers.
 */
final class TolerableXml {

    private static final Set<String> XMLS_OWN = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DECLARATION = 200;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Pattern BEGINNING = Pattern.compile("(?i)<\\?xml\\s|<(?:rss|feed|rdf:RDF)[\\s>]");
    private static final int FURTHEST_BEGINNING = 4_000;
    private static final Pattern TAG = Pattern.compile("<[A-Za-z/]");

    /** What the makers of a feed say of themselves when something fails, such as {@code <br /><b>Warning</b>: …}. */
    private static final Pattern OF_WARNINGS = Pattern.compile("(?i)</?(?:br|b|p|i|font|pre|strong)\\b[^<>]*>");

    private final String given;
    private final StringBuilder kept;
    private int at;
    /** Where it was found that no more of them end, so that it is not looked for again from each beginning. */
    private boolean commentsEnd = true;

    private boolean sectionsEnd = true;

    private TolerableXml(String given) {
        this.given = given;
        this.kept = new StringBuilder(given.length());
    }

    static String of(String given) {
        return new TolerableXml(given).skipWarnings().read();
    }

    private TolerableXml skipWarnings() {
        Matcher beginning = BEGINNING.matcher(given.substring(0, Math.min(given.length(), FURTHEST_BEGINNING)));
        if (beginning.find()
                && !TAG.matcher(OF_WARNINGS
                                .matcher(given.substring(0, beginning.start()))
                                .replaceAll(""))
                        .find()) {
            drop(beginning.start());
        }
        return this;
    }

    private String read() {
        while (at < given.length()) {
            char sign = given.charAt(at);
            if (given.startsWith("<!", at) || given.regionMatches(true, at, "<?xml", 0, "<?xml".length())) {
                declaration();
            } else if (sign == '<' && !beginsMarkup(at + 1)) {
                kept.append("&lt;");
                at++;
            } else if (sign == '&') {
                reference();
            } else {
                sign();
            }
        }
        return kept.toString();
    }

    private void declaration() {
        if (given.startsWith("<!--", at)) {
            int end = commentsEnd ? given.indexOf("-->", at + 4) : -1;
            commentsEnd = end >= 0;
            drop(end < 0 ? at + 1 : end + 3);
        } else if (given.startsWith("<![CDATA[", at)) {
            section();
        } else if (given.regionMatches(true, at, "<!DOCTYPE", 0, "<!DOCTYPE".length())) {
            drop(endOfDoctype());
        } else if (given.regionMatches(true, at, "<?xml", 0, "<?xml".length()) && isBlank(at + "<?xml".length())) {
            int end = indexNear("?>", LONGEST_DECLARATION);
            drop(end < 0 ? at + 1 : end + 2);
        } else {
            sign();
        }
    }

    /** One that does not, as in {@code 2 < 3}, is a sign like others. */
    private boolean beginsMarkup(int place) {
        return place < given.length()
                && (Character.isLetter(given.charAt(place)) || "/?!_:".indexOf(given.charAt(place)) >= 0);
    }

    private boolean isBlank(int place) {
        return place < given.length() && Character.isWhitespace(given.charAt(place));
    }

    /** Looked for no further, so that a document of beginnings without an end costs no more than another. */
    private int indexNear(String end, int furthest) {
        int found = given.substring(at, Math.min(given.length(), at + furthest)).indexOf(end);
        return found < 0 ? -1 : at + found;
    }

    private void section() {
        int end = sectionsEnd ? given.indexOf("]]>", at) : -1;
        sectionsEnd = end >= 0;
        int until = end < 0 ? at + 1 : end + 3;
        while (at < until) {
            sign();
        }
    }

    /** Past its {@code >}, and past those in quotes and between brackets within it. */
    private int endOfDoctype() {
        int brackets = 0;
        char quote = 0;
        for (int i = at; i < given.length(); i++) {
            char sign = given.charAt(i);
            if (quote != 0) {
                quote = sign == quote ? 0 : quote;
            } else if (sign == '"' || sign == '\'') {
                quote = sign;
            } else if (sign == '[') {
                brackets++;
            } else if (sign == ']') {
                brackets--;
            } else if (sign == '>' && brackets <= 0) {
                return i + 1;
            }
        }
        return given.length();
    }

    private void drop(int until) {
        int end = Math.min(until, given.length());
        given.substring(at, end).chars().filter(sign -> sign == '\n').forEach(line -> kept.append('\n'));
        at = end;
    }

    private void reference() {
        int end = indexNear(";", LONGEST_NAME);
        String name = end < 0 ? "" : given.substring(at + 1, end);
        if (name.startsWith("#")) {
            number(name, end);
        } else if (!name.isEmpty() && !XMLS_OWN.contains(name) && Entities.isNamedEntity(name)) {
            kept.append(escaped(Entities.getByName(name)));
            at = end + 1;
        } else if (XMLS_OWN.contains(name)) {
            sign();
        } else {
            bare();
        }
    }

    /** One that begins no reference stands for itself, as in {@code Tom & Jerry}. */
    private void bare() {
        kept.append("&amp;");
        at++;
    }

    private void number(String name, int end) {
        try {
            int number = name.startsWith("#x") || name.startsWith("#X")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            if (isAllowed(number)) {
                kept.append("&#").append(asMeant(number)).append(';');
            }
            at = end + 1;
        } catch (NumberFormatException none) {
            bare();
        }
    }

    private static String escaped(String signs) {
        StringBuilder numbers = new StringBuilder();
        signs.codePoints().forEach(sign -> numbers.append("&#").append(sign).append(';'));
        return numbers.toString();
    }

    private void sign() {
        int sign = given.codePointAt(at);
        if (isAllowed(sign)) {
            kept.appendCodePoint(asMeant(sign));
        }
        at += Character.charCount(sign);
    }

    /** The mark of byte order may stand anywhere and is seen nowhere, but before the root element it is an error. */
    private static boolean isAllowed(int sign) {
        return sign != 0xFEFF && isOfXml(sign);
    }

    /** XML 1.0 §2.2. */
    private static boolean isOfXml(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || (sign >= 0x20 && sign <= 0xD7FF)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || (sign >= 0x10000 && sign <= 0x10FFFF);
    }

    /** Nobody writes the controls of ISO 8859-1; who has numbers of theirs means quotes and dashes of windows-1252, as in HTML. */
    private static int asMeant(int sign) {
        if (sign < 0x80 || sign > 0x9F || sign == 0x85) {
            return sign;
        }
        int meant = new String(new byte[] {(byte) sign}, WINDOWS_1252).codePointAt(0);
        return meant == 0xFFFD ? sign : meant;
    }
}
