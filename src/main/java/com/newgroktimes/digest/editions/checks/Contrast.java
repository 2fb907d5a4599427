package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.rendering.Legibility;

/**
 * Everybody can read each text on what it stands on (WCAG 2.2, 1.4.3), by the colours that are written into the tags: those reach
 * every mail program. The colours of the night are settings, and were looked at when the service started.
 */
final class Contrast implements Rule {

    private static final double ENOUGH_IF_LARGE = 3;
    private static final int LARGE = 24;
    private static final int EXCERPT = 40;

    private static final Pattern COLOUR = property("color");
    private static final Pattern GROUND = property("background(?:-color)?");
    private static final Pattern SIZE = Pattern.compile("(?:^|;)\\s*font-size:\\s*(\\d+)px");

    /** These leave what stands there as it is. */
    private static final Set<String> NO_COLOURS = Set.of("inherit", "transparent", "none", "currentcolor", "");

    private static Pattern property(String name) {
        return Pattern.compile(
                "(?:^|;)\\s*" + name + "\\s*:\\s*((?:#[0-9a-f]{6}(?![0-9a-f]))|[^;]*)", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public String id() {
        return "contrast";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.copies().stream()
                .flatMap(copy -> Jsoup.parse(copy.html()).body().getAllElements().stream())
                .filter(element -> !element.ownText().isBlank() && !isHidden(element))
                .flatMap(element -> finding(element).stream())
                .distinct()
                .toList();
    }

    private static Optional<Finding> finding(Element element) {
        Optional<String> colour = nearest(element, COLOUR);
        Optional<String> ground = ground(element);
        if (colour.isEmpty() || ground.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> unread = Stream.of(colour.get(), ground.get())
                .filter(value -> !Legibility.isColour(value))
                .findFirst();
        if (unread.isPresent()) {
            return Optional.of(Finding.look("form", unread.get()));
        }
        double contrast = Legibility.contrast(colour.get(), ground.get());
        boolean large = nearest(element, SIZE).map(Integer::parseInt).orElse(0) >= LARGE;
        return contrast >= (large ? ENOUGH_IF_LARGE : Legibility.ENOUGH)
                ? Optional.empty()
                : Optional.of(Finding.stops("low", excerpt(element), colour.get(), ground.get()));
    }

    private static Optional<String> ground(Element element) {
        return upwards(element)
                .flatMap(outer -> Stream.concat(found(outer, GROUND).stream(), value(outer.attr("bgcolor")).stream()))
                .findFirst();
    }

    private static Optional<String> nearest(Element element, Pattern what) {
        return upwards(element).flatMap(outer -> found(outer, what).stream()).findFirst();
    }

    private static Optional<String> found(Element element, Pattern what) {
        Matcher style = what.matcher(element.attr("style"));
        return style.find() ? value(style.group(1)) : Optional.empty();
    }

    private static Optional<String> value(String given) {
        String value = given.replaceFirst("(?i)!\\s*important", "").strip();
        return NO_COLOURS.contains(value.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(value);
    }

    private static boolean isHidden(Element element) {
        return upwards(element)
                .anyMatch(outer -> outer.attr("style").replace(" ", "").contains("display:none"));
    }

    private static Stream<Element> upwards(Element element) {
        return Stream.concat(Stream.of(element), element.parents().stream());
    }

    private static String excerpt(Element element) {
        String text = element.ownText();
        int signs = text.codePointCount(0, text.length());
        return signs <= EXCERPT ? text : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
