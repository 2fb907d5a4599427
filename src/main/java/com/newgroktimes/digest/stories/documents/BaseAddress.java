package com.newgroktimes.digest.stories.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.BoundedHtml;

/**
 * What relative addresses of a document are relative to.
 *
 * @param value absolute, or empty where it is not known
 */
public record BaseAddress(String value) {

    /** Blanks are taken once, wherever they stand: looked for anew from each of them, a megabyte would take half an hour. */
    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[\\s\\p{Z}\\x{FEFF}]++|(?<![\\s\\p{Z}\\x{FEFF}])[\\s\\p{Z}\\x{FEFF}]++$");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]+ *");
    private static final Pattern ONE_SLASH = Pattern.compile("^(?i)(https?:)/(?!/)");
    private static final Pattern HOST = Pattern.compile("(?i)^https?://(?:www\\.)?([^/?#:]+\\.[^/?#:]+)");
    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private static final Pattern CANDIDATES = Pattern.compile(",\\s++");
    private static final int MOST_CANDIDATES = 50;

    /** A longer one is no address, and would be gone through for each that is relative to it. */
    private static final int LONGEST = 4_000;

    public BaseAddress {
        value = value.length() > LONGEST ? "" : value;
    }

    /** The address as a whole one; as it is where there is nothing to make it whole; null where nothing is told. */
    public @Nullable String resolve(@Nullable String told) {
        String address = told == null ? "" : tidy(told);
        if (address.isEmpty()) {
            return null;
        }
        if (WITH_SCHEME.matcher(address).matches()) {
            return ONE_SLASH.matcher(address).replaceFirst("$1//");
        }
        if (address.regionMatches(true, 0, "www.", 0, "www.".length()) || beginsWithHost(address)) {
            return "https://" + address;
        }
        String base = value.isEmpty() && address.startsWith("//") ? "https://localhost/" : value;
        String whole =
                new Document(base).appendElement("a").attr("href", address).absUrl("href");
        return whole.isEmpty() ? address : whole;
    }

    /** Its own site without {@code https://}, as somebody typed it into a form. */
    private boolean beginsWithHost(String address) {
        Matcher host = HOST.matcher(value);
        return host.find()
                && address.regionMatches(
                        true, 0, host.group(1) + "/", 0, host.group(1).length() + 1);
    }

    /** Another base, which may itself be relative to this one. */
    public BaseAddress then(@Nullable String told) {
        String whole = resolve(told);
        return whole == null || !WITH_SCHEME.matcher(whole).matches() ? this : new BaseAddress(whole);
    }

    /** The same HTML with whole addresses, so that it may be read anywhere. */
    public String within(String html) {
        Document document = BoundedHtml.body(html, value);
        // What leads within the document leads nowhere in a mail.
        document.select("a[href^=#]").removeAttr("href");
        for (String attribute : new String[] {"href", "src", "data-src", "data-lazy-src", "data-original"}) {
            for (Element element : document.select("[" + attribute + "]")) {
                String whole = resolve(element.attr(attribute));
                element.attr(attribute, whole == null ? "" : whole);
            }
        }
        for (String attribute : new String[] {"srcset", "data-srcset"}) {
            for (Element element : document.select("[" + attribute + "]")) {
                element.attr(attribute, candidates(element.attr(attribute)));
            }
        }
        return document.body().html();
    }

    private static final Pattern BLANK = Pattern.compile("\\s");

    /** Each is an address and, after a blank, how wide it is (HTML §4.8.4.2.1). */
    private String candidates(String told) {
        String[] candidates = CANDIDATES.split(told.strip(), MOST_CANDIDATES + 1);
        return candidates.length > MOST_CANDIDATES
                ? told
                : Stream.of(candidates).map(this::candidate).collect(Collectors.joining(", "));
    }

    private String candidate(String told) {
        String address = BLANK.split(told, 2)[0];
        String whole = resolve(address);
        return whole == null ? told : whole + told.substring(address.length());
    }

    /** Where an address was broken over lines, or has blanks in it that a browser would escape. */
    private static String tidy(String told) {
        String line =
                LINE_BREAKS.matcher(BLANKS_AROUND.matcher(told).replaceAll("")).replaceAll("");
        return line.replace(" ", "%20").replace("&amp;", "&");
    }
}
