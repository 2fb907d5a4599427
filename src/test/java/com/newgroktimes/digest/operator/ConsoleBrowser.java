package com.newgroktimes.digest.operator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A browser without script that presses buttons by their names. It keeps the one cookie, though it is marked for https only. */
public final class ConsoleBrowser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private String cookie = "";
    private String language = "en";
    private HttpResponse<String> last;

    public ConsoleBrowser(int port) {
        service = URI.create("http://localhost:" + port);
        last = send(request("/console"));
    }

    public static ConsoleBrowser signedIn(int port, URI signInLink) {
        var browser = new ConsoleBrowser(port);
        browser.open(signInLink.getPath());
        browser.press("Sign in");
        return browser;
    }

    /** From here on it asks for pages in this language. */
    public void prefer(String language) {
        this.language = language;
    }

    public Document open(String path) {
        last = send(request(path));
        return page();
    }

    /** Sends the form around the button, and looks at the page that it leads to. */
    public Document press(String button) {
        Element form = page().select("form").stream()
                .filter(candidate -> candidate.select("button").text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button \"" + button + "\" on:\n" + last.body()));
        return submit(form.attr("action"), fields(form));
    }

    public Document submit(String path, String fields) {
        last = send(request(path)
                .POST(BodyPublishers.ofString(fields))
                .header("Content-Type", "application/x-www-form-urlencoded"));
        if (last.statusCode() == 303 || last.statusCode() == 302) {
            open(last.headers().firstValue("Location").orElseThrow());
        }
        return page();
    }

    public HttpResponse<String> last() {
        return last;
    }

    public Document page() {
        return Jsoup.parse(last.body(), service.toString());
    }

    private static String fields(Element form) {
        return form.select("input, textarea").stream()
                .map(input -> input.attr("name") + "=" + URLEncoder.encode(input.val(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        return cookie.isEmpty()
                ? request
                : request.header("Accept-Language", language).header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
