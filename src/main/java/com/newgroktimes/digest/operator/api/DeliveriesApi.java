package com.newgroktimes.digest.operator.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryEntry;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.platform.Problem;

/** Who got an edition and who did not, a page at a time (RFC 8288: the next one is linked). */
@RestController
@RequestMapping(path = "/api/v1/editions/{number}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
final class DeliveriesApi {

    private static final int PAGE = 200;
    private static final int CURSOR_RADIX = 36;

    private final Deliveries deliveries;

    DeliveriesApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    ResponseEntity<List<DeliveryBody>> list(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable String after) {
        List<DeliveryEntry> entries = deliveries.list(number, state, after == null ? 0 : cursor(after), PAGE);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (entries.size() == PAGE) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(number, state, entries)));
        }
        return answer.body(entries.stream().map(DeliveryBody::of).toList());
    }

    private static String next(int number, @Nullable DeliveryState state, List<DeliveryEntry> entries) {
        long last = entries.get(entries.size() - 1).subscriber();
        UriComponentsBuilder next = UriComponentsBuilder.fromPath("/api/v1/editions/{number}/deliveries");
        if (state != null) {
            next.queryParam("state", state);
        }
        return next.queryParam("after", Long.toString(last, CURSOR_RADIX))
                .buildAndExpand(number)
                .toUriString();
    }

    private static long cursor(String after) {
        try {
            return Long.parseLong(after, CURSOR_RADIX);
        } catch (NumberFormatException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "No place in the list",
                    "\"%s\" is no place in this list. Take the address from the Link header of the page before, or leave"
                                    .formatted(after)
                            + " \"after\" out to begin.");
        }
    }
}
