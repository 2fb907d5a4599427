package com.newgroktimes.digest.operator.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.SampleCopy;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.platform.Problem;

/** What readers will see, to look at in a frame or a tab. */
@Controller
@RequestMapping("/console/editions/{number}")
final class PreviewPage {

    private final Deliveries deliveries;
    private final Editions editions;
    private final EditionSheets sheets;
    private final MailLinks links;
    private final OurAddresses ours;
    private final FramedMail framed;

    PreviewPage(
            Deliveries deliveries,
            Editions editions,
            EditionSheets sheets,
            MailLinks links,
            OurAddresses ours,
            FramedMail framed) {
        this.deliveries = deliveries;
        this.editions = editions;
        this.sheets = sheets;
        this.links = links;
        this.ours = ours;
        this.framed = framed;
    }

    /** The copy with all sections that readers of this language get. */
    static Variant everything(String language) {
        return new Variant(language, "html", List.of());
    }

    /**
     * @param as       a {@link PreviewLook}
     * @param language of the copy; one that we do not speak is the publication's own
     */
    @GetMapping("/preview")
    ModelAndView look(
            @PathVariable int number,
            @RequestParam(defaultValue = "desktop") String as,
            @RequestParam(defaultValue = "en") String language) {
        String spoken = editions.language(language);
        ModelAndView page = new ModelAndView("console/preview")
                .addObject("sheet", sheets.sheet(number))
                .addObject("look", PreviewLook.of(as))
                .addObject("looks", PreviewLook.values())
                .addObject("language", spoken)
                .addObject("from", ours.from().key());
        try {
            SampleCopy sample = sample(number, spoken);
            return page.addObject("text", sample.text())
                    .addObject("headers", headers(sample.message()))
                    .addObject("links", links.of(sample.html()));
        } catch (Problem problem) {
            return page.addObject("problem", problem);
        }
    }

    private static String headers(byte[] message) {
        String whole = new String(message, StandardCharsets.UTF_8);
        return whole.substring(0, whole.indexOf("\r\n\r\n"));
    }

    /** For a page that stays open: whether what it shows is still so. */
    @GetMapping(path = "/preview/hash", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String hash(@PathVariable int number) {
        return sheets.sheet(number).edition().contentHash();
    }

    /** @param as a {@link PreviewLook}; without one it looks as the browser that shows it wants it to */
    @GetMapping("/preview.html")
    ResponseEntity<String> html(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "en") String language) {
        String html = sample(number, language).html();
        PreviewLook look = PreviewLook.of(as);
        return as.isEmpty() ? framed.html(html) : framed.html(look.shown(html), look.hasPictures());
    }

    @GetMapping("/preview.txt")
    ResponseEntity<String> text(@PathVariable int number, @RequestParam(defaultValue = "en") String language) {
        return framed.text(sample(number, language).text());
    }

    @GetMapping("/preview.eml")
    ResponseEntity<byte[]> message(@PathVariable int number, @RequestParam(defaultValue = "en") String language) {
        return framed.message(sample(number, language).message(), "edition-" + number + ".eml");
    }

    private SampleCopy sample(int number, String language) {
        return deliveries.sample(number, everything(editions.language(language)));
    }
}
