package com.newgroktimes.digest.operator.api;

import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Progress;
import com.newgroktimes.digest.delivery.RevisionProgress;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionHeadlines;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Editions.Assembled;
import com.newgroktimes.digest.rendering.Words;

/** Assemble, look at, check and send editions. A list that is longer than a page links the next one (RFC 8288). */
@RestController
@RequestMapping(path = "/api/v1/editions", produces = MediaType.APPLICATION_JSON_VALUE)
final class EditionsApi {

    /** Of two years, nearly. */
    private static final int PAGE = 100;

    private final Editions editions;
    private final Deliveries deliveries;
    private final Words words;

    EditionsApi(Editions editions, Deliveries deliveries, Words words) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.words = words;
    }

    record Week(@Nullable String week) implements Instruction {}

    @PostMapping
    ResponseEntity<EditionBody> assemble(@RequestBody Week asked) {
        Assembled assembled = editions.assemble(Required.field("week", asked.week()));
        Edition edition = assembled.edition();
        return ResponseEntity.status(assembled.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/editions/" + edition.number()))
                .eTag(edition.contentHash())
                .body(body(edition));
    }

    /** @param before the number that the page before ended with */
    @GetMapping
    ResponseEntity<List<EditionBody>> list(@RequestParam(defaultValue = "" + Editions.NEWEST) int before) {
        List<EditionHeadlines> listed = editions.headlines(before, PAGE);
        List<Edition> heads = listed.stream().map(EditionHeadlines::edition).toList();
        Map<Integer, Progress> progress = deliveries.progress(heads);
        Map<Integer, List<RevisionProgress>> revisions = deliveries.revisions(heads, progress);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (listed.size() == PAGE) {
            int last = listed.get(PAGE - 1).edition().number();
            answer.header(HttpHeaders.LINK, "</api/v1/editions?before=%d>; rel=\"next\"".formatted(last));
        }
        return answer.body(listed.stream()
                .map(edition -> body(
                        edition,
                        Objects.requireNonNull(progress.get(edition.edition().number())),
                        Objects.requireNonNull(revisions.get(edition.edition().number()))))
                .toList());
    }

    /**
     * The tag names the content, for If-Match. It is set on the response itself: on a ResponseEntity Spring would answer
     * If-None-Match with a 304, though state and counts have moved on.
     */
    @GetMapping("/{number}")
    EditionBody one(@PathVariable int number, HttpServletResponse response) {
        return tagged(editions.get(number), response);
    }

    /** The answer has the tag of what came of it, for the next change. */
    @PatchMapping(path = "/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    EditionBody change(
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeBody asked,
            Principal operator,
            HttpServletResponse response) {
        String looked = IfMatch.of(ifMatch, editions.head(number));
        Edition changed = editions.change(number, looked, asked.change(), operator.getName());
        return tagged(changed, response);
    }

    private EditionBody tagged(Edition edition, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, '"' + edition.contentHash() + '"');
        return body(edition);
    }

    @GetMapping("/{number}/checks")
    ChecksBody checks(@PathVariable int number) {
        Edition edition = editions.head(number);
        return ChecksBody.of(edition.contentHash(), editions.checks(number));
    }

    @PostMapping("/{number}/checks")
    ChecksBody check(@PathVariable int number) {
        Edition edition = editions.head(number);
        return ChecksBody.of(edition.contentHash(), editions.check(number));
    }

    record Approval(
            @Nullable Long recipients,
            @Nullable String contentHash,
            @Nullable Instant at) implements Instruction {}

    @PostMapping("/{number}/send")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody send(@PathVariable int number, @RequestBody Approval approval, Principal operator) {
        editions.head(number);
        deliveries.send(
                number,
                Required.field("recipients", approval.recipients()),
                Required.field("contentHash", approval.contentHash()),
                approval.at(),
                operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/take-back")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody takeBack(@PathVariable int number, Principal operator) {
        editions.head(number);
        deliveries.takeBack(number, operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody pause(@PathVariable int number, Principal operator) {
        deliveries.pause(number, operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody resume(@PathVariable int number, Principal operator) {
        deliveries.resume(number, operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody stop(@PathVariable int number, Principal operator) {
        deliveries.stop(number, operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/end")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody end(@PathVariable int number, Principal operator) {
        deliveries.end(number, operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/revise")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody revise(@PathVariable int number, Principal operator, HttpServletResponse response) {
        deliveries.revise(number, operator.getName());
        return tagged(editions.get(number), response);
    }

    /** What its stories say now and their copies do not, once it is frozen. */
    @GetMapping("/{number}/new-versions")
    List<NewVersionBody> newVersions(@PathVariable int number) {
        Edition edition = editions.get(number);
        return NewVersionBody.of(edition, editions.newVersions(edition));
    }

    record Take(@Nullable String url, @Nullable Instant changedAt) implements Instruction {}

    /** The new version of one story alone, as it was seen. */
    @PostMapping("/{number}/take")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody take(
            @PathVariable int number, @RequestBody Take take, Principal operator, HttpServletResponse response) {
        Edition mended = editions.take(
                number,
                Required.field("url", take.url()),
                Required.field("changedAt", take.changedAt()),
                operator.getName());
        return tagged(mended, response);
    }

    record Why(@Nullable String why) implements Instruction {}

    @PostMapping("/{number}/correct")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody correct(@PathVariable int number, @RequestBody Why why, Principal operator) {
        editions.correct(number, Required.field("why", why.why()), operator.getName());
        return body(editions.get(number));
    }

    @PostMapping("/{number}/withdraw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody withdraw(@PathVariable int number, @RequestBody Why why, Principal operator) {
        editions.withdraw(number, Required.field("why", why.why()), operator.getName());
        return body(editions.get(number));
    }

    record Retry(
            @Nullable DeliveryState state,
            @Nullable Long recipients,
            @Nullable Boolean mayRepeat) implements Instruction {}

    @PostMapping("/{number}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EditionBody retry(@PathVariable int number, @RequestBody Retry retry, Principal operator) {
        deliveries.retry(
                number,
                Required.field("state", retry.state()),
                Required.field("recipients", retry.recipients()),
                Boolean.TRUE.equals(retry.mayRepeat()),
                operator.getName());
        return body(editions.get(number));
    }

    private EditionBody body(Edition edition) {
        Progress progress = deliveries.progress(edition.number());
        return body(EditionHeadlines.of(edition), progress, deliveries.revisions(edition, progress));
    }

    private EditionBody body(EditionHeadlines listed, Progress progress, List<RevisionProgress> revisions) {
        Edition edition = listed.edition();
        boolean early = edition.state().open() && edition.closesAfter(progress.asOf());
        return EditionBody.of(listed, progress, revisions, early ? early(edition) : null);
    }

    private String early(Edition edition) {
        return words.text("check.window.open", Locale.ENGLISH, edition.closes().toString());
    }
}
