package com.newgroktimes.digest.operator.pages;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import com.newgroktimes.digest.operator.Previews;

/** What readers will see, to look at in a frame or a tab. */
@Controller
@RequestMapping("/console/editions/{number}")
final class PreviewPage {

    private final Previews previews;
    private final FramedMail framed;

    PreviewPage(Previews previews, FramedMail framed) {
        this.previews = previews;
        this.framed = framed;
    }

    @GetMapping("/preview.html")
    ResponseEntity<String> html(@PathVariable int number) {
        return framed.html(previews.html(number, Previews.EVERYONE));
    }

    @GetMapping("/preview.txt")
    ResponseEntity<String> text(@PathVariable int number) {
        return framed.text(previews.text(number, Previews.EVERYONE));
    }

    @GetMapping("/preview.eml")
    ResponseEntity<byte[]> message(@PathVariable int number) {
        return framed.message(previews.message(number, Previews.EVERYONE), "edition-" + number + ".eml");
    }
}
