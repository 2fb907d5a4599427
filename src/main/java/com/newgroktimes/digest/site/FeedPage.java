package com.newgroktimes.digest.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import com.newgroktimes.digest.editions.Archive;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.platform.Sha256;

/**
 * The editions for feed readers: Atom (RFC 4287), in pages (RFC 5005 §3). One that was withdrawn stays in it and says so: readers keep
 * what a feed merely leaves out.
 */
@Controller
class FeedPage {

    private static final int A_PAGE = 10;
    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Archive archive;
    private final WebEditions web;
    private final EditionLines lines;
    private final XmlDocuments documents;
    private final String list;

    FeedPage(Archive archive, WebEditions web, EditionLines lines, XmlDocuments documents, OurAddresses addresses) {
        this.archive = archive;
        this.web = web;
        this.lines = lines;
        this.documents = documents;
        this.list = addresses.listId();
    }

    @GetMapping("/editions/feed.atom")
    ResponseEntity<byte[]> feed(
            @RequestParam(name = "page", defaultValue = "1") String asked,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            Locale locale) {
        PageNumber page = PageNumber.of(asked, archive.sentNumbers().size(), A_PAGE)
                .orElseThrow(() -> EditionsPages.notFound("The feed of editions has no page " + asked + "."));
        List<EditionFeed.Entry> entries = archive.sent(page.skipped(), A_PAGE).stream()
                .map(edition -> entry(edition, locale))
                .toList();
        EditionFeed feed = EditionFeed.of(id("/editions"), entries, page.number(), page.last());
        byte[] xml = documents.render("site/feed", Map.of("feed", feed), locale).getBytes(StandardCharsets.UTF_8);
        // RFC 9110 §13.1.2: whoever asks with a star has one already, whichever that is.
        boolean hasOne = known != null && known.strip().equals("*");
        ResponseEntity.BodyBuilder answer = hasOne
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                : ResponseEntity.ok().contentType(ATOM);
        return answer.cacheControl(A_WHILE)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .eTag('"' + Sha256.of(xml).hex() + '"')
                .lastModified(feed.updated())
                .body(hasOne ? new byte[0] : xml);
    }

    private EditionFeed.Entry entry(Edition edition, Locale locale) {
        Edition.Remark withdrawn = edition.withdrawn();
        return new EditionFeed.Entry(
                id("/editions/" + edition.number()),
                edition.number(),
                Objects.requireNonNull(edition.frozenAt()),
                edition.changedAt().orElseThrow(),
                edition.preheader(),
                withdrawn == null ? web.of(edition, locale) : null,
                withdrawn == null ? null : lines.remark(withdrawn, locale));
    }

    /** Made of the list's identifier, which never changes (RFC 2919 §2), where this service's address may. */
    private String id(String path) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((list + path).getBytes(StandardCharsets.UTF_8));
    }
}
