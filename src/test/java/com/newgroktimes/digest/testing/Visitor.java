package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script and without memory, at the pages of the service under test. */
public final class Visitor {

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI service;
    private final String languages;

    public Visitor(int port) {
        this(port, "en");
    }

    /** @param languages as a browser names those that its owner reads: {@code de-AT, de;q=0.8} */
    public Visitor(int port, String languages) {
        this.service = URI.create("http://127.0.0.1:" + port);
        this.languages = languages;
    }

    /** A page as it came. */
    public record Page(URI address, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public Document html() {
            return Jsoup.parse(response.body());
        }

        /** What it says at its top. */
        public String heading() {
            return html().selectXpath("//h1").text();
        }

        public String text() {
            return html().body().text();
        }
    }

    /** Any link of ours: its host is not looked at. */
    public Page opens(URI link) {
        return sends("GET", link, null, BodyPublishers.noBody());
    }

    /** With headers of the caller's own. */
    public Page opens(URI link, Map<String, String> headers) {
        return sends("GET", link, null, BodyPublishers.noBody(), headers);
    }

    public Page opens(String path) {
        return opens(URI.create(path));
    }

    public Page sends(
            String method, URI link, @org.jspecify.annotations.Nullable String contentType, BodyPublisher body) {
        return sends(method, link, contentType, body, Map.of());
    }

    private Page sends(
            String method,
            URI link,
            @org.jspecify.annotations.Nullable String contentType,
            BodyPublisher body,
            Map<String, String> headers) {
        var request = HttpRequest.newBuilder(service.resolve(relative(link))).method(method, body);
        request.header("Accept-Language", languages);
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return fetch(request.build());
    }

    public Page posts(URI link, Map<String, String> fields) {
        return sends("POST", link, "application/x-www-form-urlencoded", BodyPublishers.ofString(encoded(fields)));
    }

    /** By way of a proxy that says where it came from. */
    public Page posts(URI link, Map<String, String> fields, Map<String, String> headers) {
        return sends(
                "POST", link, "application/x-www-form-urlencoded", BodyPublishers.ofString(encoded(fields)), headers);
    }

    /** Presses the button that says so, and goes where the answer leads. */
    public Page presses(String button, Page on) {
        return presses(button, on, Map.of());
    }

    /** Fills in these fields first. */
    public Page presses(String button, Page on, Map<String, String> typed) {
        Element pressed = on.html().select("button").stream()
                .filter(candidate -> candidate.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button \"" + button + "\" on: " + on.text()));
        Element form = Objects.requireNonNull(pressed.closest("form"), "A button stands in a form");
        Page answer = posts(on.address().resolve(form.attr("action")), fields(form, pressed, typed));
        return answer.status() == 303 ? opens(location(answer)) : answer;
    }

    private static Map<String, String> fields(Element form, Element pressed, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        for (Element input : form.select("input[name], textarea[name]")) {
            boolean chosen = !List.of("radio", "checkbox").contains(input.attr("type")) || input.hasAttr("checked");
            if (chosen) {
                fields.put(input.attr("name"), input.attr("value"));
            }
        }
        if (pressed.hasAttr("name")) {
            fields.put(pressed.attr("name"), pressed.attr("value"));
        }
        fields.putAll(typed);
        return fields;
    }

    public static URI location(Page answer) {
        return URI.create(answer.response().headers().firstValue("Location").orElseThrow());
    }

    private Page fetch(HttpRequest request) {
        try {
            return new Page(request.uri(), http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String relative(URI link) {
        return link.getRawQuery() == null ? link.getRawPath() : link.getRawPath() + "?" + link.getRawQuery();
    }

    private static String encoded(Map<String, String> fields) {
        Collection<Map.Entry<String, String>> entries = fields.entrySet();
        return entries.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
