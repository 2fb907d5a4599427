package com.newgroktimes.digest.site;

import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** For whoever was signed up by somebody else. */
@Controller
class NotMePage {

    private static final String PATH = "/not-me/{token}";

    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final Whence whence;
    private final Mailboxes mailboxes;
    private final UnknownLink unknown;

    NotMePage(ReaderLinks links, Subscribers subscribers, Whence whence, Mailboxes mailboxes, UnknownLink unknown) {
        this.links = links;
        this.subscribers = subscribers;
        this.whence = whence;
        this.mailboxes = mailboxes;
        this.unknown = unknown;
    }

    @GetMapping(PATH)
    ModelAndView show(@PathVariable String token) {
        return page(token, false);
    }

    @GetMapping(PATH + "/done")
    ModelAndView done(@PathVariable String token) {
        return page(token, true);
    }

    @PostMapping(PATH)
    ModelAndView press(@PathVariable String token, HttpServletRequest request) {
        Optional<Signed> link = links.read(Door.NOT_ME, token);
        if (reader(link).isEmpty() || link.filter(this::isOfAnAddressBefore).isPresent()) {
            return page(token, false);
        }
        subscribers.notMe(link.orElseThrow().subject(), link.orElseThrow().issued(), whence.of(request));
        return SeeOther.at("/not-me/" + token + "/done");
    }

    private ModelAndView page(String token, boolean done) {
        Optional<Signed> link = links.read(Door.NOT_ME, token);
        if (link.filter(this::isOfAnAddressBefore).isPresent()) {
            return MovedLink.page();
        }
        return reader(link)
                .map(reader -> new ModelAndView(
                        "site/not-me",
                        Map.of(
                                "masked",
                                MaskedAddress.of(reader.address()),
                                "done",
                                done && reader.suppressed() != null,
                                "path",
                                "/not-me/" + token,
                                "mailbox",
                                mailboxes.mailbox())))
                .orElseGet(() -> unknown.page(Door.NOT_ME));
    }

    private Optional<Subscriber> reader(Optional<Signed> link) {
        return link.flatMap(signed -> subscribers.find(signed.subject()));
    }

    private boolean isOfAnAddressBefore(Signed link) {
        return subscribers.hasMovedSince(link.subject(), link.issued());
    }
}
