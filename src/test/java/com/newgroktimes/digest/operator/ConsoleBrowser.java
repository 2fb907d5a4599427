package com.newgroktimes.digest.operator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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

    /** As {@link #press}, of a form with a file, whose fields stand before it (RFC 7578). */
    public Document upload(String button, byte[] file) {
        Element form = page().select("form:has(input[type=file])").stream()
                .filter(candidate -> candidate.select("button").text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button \"" + button + "\" on:\n" + last.body()));
        var body = new ByteArrayOutputStream();
        form.select("input[type=hidden]")
                .forEach(input -> part(
                        body, "name=\"" + input.attr("name") + "\"", input.val().getBytes(UTF_8)));
        form.select("select")
                .forEach(choice -> part(
                        body,
                        "name=\"" + choice.attr("name") + "\"",
                        choice.select("option[selected]").attr("value").getBytes(UTF_8)));
        part(body, "name=\"file\"; filename=\"readers.csv\"", file);
        body.writeBytes("--edge--\r\n".getBytes(UTF_8));
        return submit(
                form.attr("action"),
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=edge");
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] value) {
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; " + name + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(value);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    public Document submit(String path, String fields) {
        return submit(path, BodyPublishers.ofString(fields), "application/x-www-form-urlencoded");
    }

    public Document submit(String path, BodyPublisher body, String type) {
        last = send(request(path).POST(body).header("Content-Type", type));
        if (last.statusCode() == 303 || last.statusCode() == 302) {
            open(last.headers().firstValue("Location").orElseThrow());
        }
        return page();
    }

    /** As it sends it, for a request that no browser would make. */
    public String cookie() {
        return cookie;
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
