package com.newgroktimes.digest.operator.pages;

import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/** A mail to look at in a frame of a console page. Whatever it brings along, it may show pictures of ours, and nothing more. */
@Component
final class FramedMail {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType MESSAGE = MediaType.parseMediaType("message/rfc822");

    private final String policy;
    private final String withoutPictures;

    /** Pictures stand in a mail under our public address, which the console need not be opened at. */
    FramedMail(Publication publication) {
        withoutPictures =
                "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        policy = withoutPictures + "; img-src 'self' " + publication.baseUrl();
    }

    /** Its links open beside the console: a frame would refuse to show the pages that they lead to. */
    ResponseEntity<String> html(String html) {
        return html(html, true);
    }

    /** @param pictures whether they are shown, or what is said in their place */
    ResponseEntity<String> html(String html, boolean pictures) {
        String beside = html.replaceFirst("<head[^>]*>", "$0<base target=\"_blank\">");
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", pictures ? policy : withoutPictures)
                .body(beside);
    }

    ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Content-Security-Policy", policy)
                .body(text);
    }

    /** To keep: browsers have nothing to show it with. */
    ResponseEntity<byte[]> message(byte[] message, String fileName) {
        return ResponseEntity.ok()
                .contentType(MESSAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .body(message);
    }
}
