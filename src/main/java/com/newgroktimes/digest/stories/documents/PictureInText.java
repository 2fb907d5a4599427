package com.newgroktimes.digest.stories.documents;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import com.newgroktimes.digest.rendering.BoundedHtml;

/** A picture among the paragraphs of a text, and what is to be seen in it. */
public record PictureInText(String url, String alt) {

    private static final int SMALLEST = 200;
    private static final int MOST_SOURCES = 20;
    private static final Pattern NO_PHOTO =
            Pattern.compile("(?i)emoji|smil(?:ey|ies)|avatar|icon|logo|pixel|badge|spacer|tracking");
    private static final Pattern PLACE_HOLDER = Pattern.compile("(?i)placeholder|blank\\.|spacer|lazy|1x1|transparent");
    private static final Pattern SIZE_IN_NAME = Pattern.compile("-\\d{2,5}x\\d{2,5}(?=\\.\\w+$)|-scaled(?=\\.\\w+$)");

    /** The first one that says what it shows and is no ornament. */
    public static Optional<PictureInText> firstDescribed(String html) {
        return pictures(html).filter(PictureInText::isPhoto).findFirst().map(PictureInText::of);
    }

    /** What the text says of the picture at that address, in whichever of the sizes in which programs keep one. */
    public static Optional<String> altOf(String html, String url) {
        String name = name(url);
        return pictures(html)
                .map(PictureInText::of)
                .filter(picture -> !picture.alt.isEmpty() && name(picture.url).equals(name))
                .map(PictureInText::alt)
                .findFirst();
    }

    private static Stream<Element> pictures(String html) {
        return BoundedHtml.body(html, "").select("img").stream();
    }

    private static PictureInText of(Element img) {
        return new PictureInText(
                Stream.of(
                                img.attr("src"),
                                img.attr("data-src"),
                                img.attr("data-lazy-src"),
                                img.attr("data-original"),
                                widest(img.attr("srcset")),
                                widest(img.attr("data-srcset")),
                                beside(img))
                        .map(String::strip)
                        .filter(url -> url.startsWith("http"))
                        .min(Comparator.comparing(
                                url -> PLACE_HOLDER.matcher(url).find()))
                        .orElseGet(() -> img.attr("src").strip()),
                img.attr("alt").strip().replaceAll("\\s+", " "));
    }

    /** What its {@code picture} offers in its place: the first of its sources, which stand before it (HTML §4.8.1). */
    private static String beside(Element img) {
        Element picture = img.parent();
        if (picture == null || !picture.nameIs("picture")) {
            return "";
        }
        String offered = "";
        Element source = img.previousElementSibling();
        for (int i = 0; i < MOST_SOURCES && source != null; i++, source = source.previousElementSibling()) {
            offered = source.hasAttr("srcset") ? source.attr("srcset") : offered;
        }
        return widest(offered);
    }

    /** Of candidates with widths or densities, the last: they are written in that order. */
    private static String widest(String candidates) {
        String all = candidates.strip();
        int last = all.length();
        while (last > 0 && !(all.charAt(last - 1) == ',' && last < all.length() && isBlank(all, last))) {
            last--;
        }
        return all.substring(last).strip().replaceFirst("\\s.*", "");
    }

    private static boolean isBlank(String text, int place) {
        return Character.isWhitespace(text.charAt(place));
    }

    private static boolean isPhoto(Element img) {
        PictureInText picture = of(img);
        return !picture.alt.isEmpty()
                && picture.url.startsWith("http")
                && !NO_PHOTO.matcher(img.className() + " " + name(picture.url)).find()
                && isLarge(img.attr("width"))
                && isLarge(img.attr("height"));
    }

    private static boolean isLarge(String size) {
        return !size.matches("\\d{1,5}") || Integer.parseInt(size) >= SMALLEST;
    }

    private static String name(String url) {
        String path = url.replaceFirst("[?#].*", "");
        return SIZE_IN_NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    }
}
