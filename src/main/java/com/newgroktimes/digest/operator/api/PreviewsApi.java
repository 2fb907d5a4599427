package com.newgroktimes.digest.operator.api;

import java.nio.charset.StandardCharsets;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.SampleCopy;
import com.newgroktimes.digest.editions.Editions;

/** What a reader of a variant gets: as HTML, as text, and as a whole message. */
@RestController
@RequestMapping("/api/v1/editions/{number}")
final class PreviewsApi {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType MESSAGE = MediaType.parseMediaType("message/rfc822");

    private final Deliveries deliveries;
    private final Editions editions;

    PreviewsApi(Deliveries deliveries, Editions editions) {
        this.deliveries = deliveries;
        this.editions = editions;
    }

    @GetMapping("/preview.html")
    ResponseEntity<String> html(
            @PathVariable int number, @RequestParam(defaultValue = VariantName.USUAL) String variant) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(sample(number, variant).html());
    }

    @GetMapping("/preview.txt")
    ResponseEntity<String> text(
            @PathVariable int number, @RequestParam(defaultValue = VariantName.USUAL) String variant) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(sample(number, variant).text());
    }

    @GetMapping("/preview.eml")
    ResponseEntity<byte[]> message(
            @PathVariable int number, @RequestParam(defaultValue = VariantName.USUAL) String variant) {
        return ResponseEntity.ok()
                .contentType(MESSAGE)
                .body(sample(number, variant).message());
    }

    private SampleCopy sample(int number, String variant) {
        return deliveries.sample(number, VariantName.parse(variant, editions.languages()));
    }
}
