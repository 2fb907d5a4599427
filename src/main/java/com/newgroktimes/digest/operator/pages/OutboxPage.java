package com.newgroktimes.digest.operator.pages;

import java.nio.charset.StandardCharsets;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.newgroktimes.digest.mail.CaughtMail;
import com.newgroktimes.digest.mail.Outbox;
import com.newgroktimes.digest.platform.Problem;

/** Every mail that the demonstration caught. */
@Controller
@Profile("demo")
@RequestMapping("/console/outbox")
final class OutboxPage {

    private final Outbox outbox;
    private final FramedMail framed;

    OutboxPage(Outbox outbox, FramedMail framed) {
        this.outbox = outbox;
        this.framed = framed;
    }

    /** @param subject what their subjects contain */
    @GetMapping
    String list(@RequestParam(defaultValue = "") String subject, Model page) {
        page.addAttribute("subject", subject);
        page.addAttribute(
                "mails",
                outbox.list().stream()
                        .filter(mail -> mail.subject().contains(subject))
                        .toList());
        return "console/outbox";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model page) {
        CaughtMail mail = find(id);
        page.addAttribute("mail", mail);
        page.addAttribute("headers", headers(mail));
        return "console/mail";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return framed.html(find(id).html());
    }

    @GetMapping("/{id}/source")
    ResponseEntity<byte[]> source(@PathVariable String id) {
        return framed.message(find(id).source(), id + ".eml");
    }

    private CaughtMail find(String id) {
        return outbox.find(id)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "No such mail", "There is no mail %s in the outbox.".formatted(id)));
    }

    /** All up to the first blank line (RFC 5322 §2.1). */
    private static String headers(CaughtMail mail) {
        return new String(mail.source(), StandardCharsets.UTF_8).split("\r?\n\r?\n", 2)[0];
    }
}
