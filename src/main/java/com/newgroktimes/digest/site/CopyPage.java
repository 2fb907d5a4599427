package com.newgroktimes.digest.site;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** All that we keep about a reader, to take away: a file that other programs read, too (GDPR 15 and 20). */
@Component
final class CopyPage implements RequestedPage {

    private static final String FILE = ContentDisposition.attachment()
            .filename("my-digest-data.json")
            .build()
            .toString();

    private final Subscribers subscribers;
    private final Whence whence;
    private final Deliveries deliveries;
    private final Publication publication;
    private final JsonMapper json;
    private final Clock clock;

    CopyPage(
            Subscribers subscribers,
            Whence whence,
            Deliveries deliveries,
            Publication publication,
            JsonMapper json,
            Clock clock) {
        this.subscribers = subscribers;
        this.whence = whence;
        this.deliveries = deliveries;
        this.publication = publication;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Errand errand() {
        return Errand.COPY;
    }

    @Override
    public ModelAndView show(Subscriber reader, String path, Locale locale) {
        return new ModelAndView("site/copy", Map.of("masked", MaskedAddress.of(reader.address()), "path", path));
    }

    @Override
    public ModelAndView press(Subscriber reader, Form sent, String path, HttpServletRequest request, Locale locale) {
        if (!sent.has("copy")) {
            return SeeOther.at(path);
        }
        return subscribers
                .takeCopy(reader.id(), whence.of(request))
                .map(data -> CopyOfData.of(
                        publication.name(), clock.instant(), data, deliveries.to(subscribers.numbers(reader.id()))))
                .map(copy -> new ModelAndView(file(copy)))
                .orElseGet(() -> SeeOther.at(path));
    }

    /** Made whole before its first byte leaves: what one reader did and got is some dozen lines a year. */
    private View file(CopyOfData copy) {
        return (model, request, response) -> {
            byte[] bytes = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FILE);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }
}
