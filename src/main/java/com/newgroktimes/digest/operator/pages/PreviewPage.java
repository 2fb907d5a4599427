package com.newgroktimes.digest.operator.pages;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.SampleCopy;
import com.newgroktimes.digest.editions.Variant;

/** What readers will see, to look at in a frame or a tab. */
@Controller
@RequestMapping("/console/editions/{number}")
final class PreviewPage {

    /** The copy that most readers get. */
    static final Variant EVERYTHING = new Variant("en", "html", List.of());

    private final Deliveries deliveries;
    private final FramedMail framed;

    PreviewPage(Deliveries deliveries, FramedMail framed) {
        this.deliveries = deliveries;
        this.framed = framed;
    }

    @GetMapping("/preview.html")
    ResponseEntity<String> html(@PathVariable int number) {
        return framed.html(sample(number).html());
    }

    @GetMapping("/preview.txt")
    ResponseEntity<String> text(@PathVariable int number) {
        return framed.text(sample(number).text());
    }

    @GetMapping("/preview.eml")
    ResponseEntity<byte[]> message(@PathVariable int number) {
        return framed.message(sample(number).message(), "edition-" + number + ".eml");
    }

    private SampleCopy sample(int number) {
        return deliveries.sample(number, EVERYTHING);
    }
}
