package com.newgroktimes.digest.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * One form of an old system's unsubscribe addresses: a path, and a query where the old one had it. {@code {key}} stands where it names
 * a reader, {@code {email}} where it shows an address, any other name in braces for a part that says nothing.
 *
 * @param query value by name, as the pattern has them
 */
record LegacyPattern(String setting, String pattern, PathPattern path, Map<String, String> query) {

    private static final String KEY = "{key}";
    private static final String EMAIL = "{email}";
    private static final Pattern PART = Pattern.compile("\\{[a-zA-Z]\\w*\\}");
    private static final Pattern PATH = Pattern.compile("/(?:[\\w.~%+-]+|\\{[a-zA-Z]\\w*\\}|/)*");

    /** @throws StartRefused where it is none */
    static LegacyPattern parse(String setting, String pattern) {
        String[] parts = pattern.split("\\?", 2);
        if (!PATH.matcher(parts[0]).matches()) {
            throw StartRefused.setting(
                    setting,
                    pattern,
                    "it begins with a slash and holds the path of an old address, perhaps with its query, such as /subscription/{campaign}/{key} or /unsubscribe/?uuid={key}.");
        }
        var read = new LegacyPattern(
                setting, pattern, path(setting, pattern, parts[0]), parts.length == 2 ? query(parts[1]) : Map.of());
        if (read.named().count() != 1) {
            throw StartRefused.setting(
                    setting, pattern, "exactly one of its parts is {key}, which names a reader, or {email}.");
        }
        return read;
    }

    private static PathPattern path(String setting, String pattern, String path) {
        try {
            return PathPatternParser.defaultInstance.parse(path);
        } catch (PatternParseException e) {
            throw StartRefused.setting(setting, pattern, "its path cannot be read: %s".formatted(e.getMessage()));
        }
    }

    private static Map<String, String> query(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return values;
    }

    private Stream<String> named() {
        return Stream.concat(Stream.of(path.getPatternString().split("/")), query.values().stream())
                .filter(part -> part.equals(KEY) || part.equals(EMAIL));
    }

    /** Whether it shows an address, which anybody may have written there. */
    boolean showsAnAddress() {
        return named().anyMatch(EMAIL::equals);
    }

    /** An address of this form, its parts filled with one that nobody has. */
    PathContainer sample() {
        return PathContainer.parsePath(PART.matcher(path.getPatternString()).replaceAll("x"));
    }

    /** What stands in the place of {@code {key}} or {@code {email}}; empty for an address of another form. */
    Optional<String> in(HttpServletRequest request) {
        Form given = Form.inQuery(request);
        PathPattern.@Nullable PathMatchInfo match =
                path.matchAndExtract(PathContainer.parsePath(request.getRequestURI()));
        return match != null && fits(given) ? Optional.of(value(match, given)) : Optional.empty();
    }

    private boolean fits(Form given) {
        return query.entrySet().stream()
                .allMatch(part -> PART.matcher(part.getValue()).matches()
                        ? given.has(part.getKey())
                        : given.get(part.getKey()).equals(part.getValue()));
    }

    private String value(PathPattern.PathMatchInfo match, Form given) {
        return query.entrySet().stream()
                .filter(part -> part.getValue().equals(KEY) || part.getValue().equals(EMAIL))
                .findFirst()
                .map(part -> given.get(part.getKey()))
                .orElseGet(() -> match.getUriVariables().getOrDefault("key", ""));
    }
}
