package com.newgroktimes.digest.site;

import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.ClientAddresses;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What a reader can change. */
@Controller
@RequestMapping("/settings/{token}")
class SettingsPage {

    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final ClientAddresses clients;
    private final PreviewPages previews;
    private final UnknownLink unknown;

    SettingsPage(
            ReaderLinks links,
            Subscribers subscribers,
            ClientAddresses clients,
            PreviewPages previews,
            UnknownLink unknown) {
        this.links = links;
        this.subscribers = subscribers;
        this.clients = clients;
        this.previews = previews;
        this.unknown = unknown;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token) {
        return reader(token)
                .map(reader -> page(reader, "/settings/" + token))
                .or(() -> previews.settings(token))
                .orElseGet(() -> unknown.page(Door.SETTINGS));
    }

    /** Acts on its own named buttons alone: a POST that anything else sent changes nothing. */
    @PostMapping
    ModelAndView change(@PathVariable String token, HttpServletRequest request) {
        Optional<Subscriber> reader = reader(token);
        if (reader.isEmpty()) {
            return previews.stopped(token, request).orElseGet(() -> show(token));
        }
        if (!Form.besideALink(request).has("stop")) {
            return show(token);
        }
        long id = reader.get().id();
        subscribers.leave(id, clients.of(request).shortened());
        return SeeOther.at(links.unsubscribe(id).getPath() + "/done");
    }

    private Optional<Subscriber> reader(String token) {
        return links.read(Door.SETTINGS, token).flatMap(link -> subscribers.find(link.subject()));
    }

    private static ModelAndView page(Subscriber reader, String path) {
        return new ModelAndView(
                "site/settings",
                Map.of(
                        "masked", MaskedAddress.of(reader.address()),
                        "subscribed", reader.onTheList(),
                        "path", path));
    }
}
