package com.newgroktimes.digest.stories.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.documents.PersonName;
import com.newgroktimes.digest.stories.documents.PictureInText;
import com.newgroktimes.digest.stories.documents.StockCategory;
import com.newgroktimes.digest.stories.feeds.FeedEntry.Note;
import com.newgroktimes.digest.stories.feeds.OwnFields.Reference;

/** An item of JSON Feed. Our own fields are in an extension {@code _ngt}, under the names that they have in a story. */
final class JsonItem {

    private static final Pattern PICTURE_FILE = Pattern.compile("(?i)[^?#]+\\.(?:jpe?g|png|webp|gif|avif)(?:[?#].*)?");

    private final JsonNode item;
    private final BaseAddress base;
    private final List<Note> notes = new ArrayList<>();

    private JsonItem(JsonNode item, BaseAddress base) {
        this.item = item;
        this.base = base;
    }

    static FeedEntry of(JsonNode item, BaseAddress base) {
        return new JsonItem(item, base).entry();
    }

    private FeedEntry entry() {
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        Wording wording = Wording.summarised(
                html != null ? base.within(html) : plain == null ? null : Wording.escaped(plain),
                Optional.ofNullable(text(item, "summary")).map(Wording::escaped).orElse(null));
        return new FeedEntry(
                text(item, "id"),
                url(),
                text(item, "title"),
                wording.summary(),
                wording.bodyHtml(),
                authors(item),
                Stream.concat(item.path("tags").valueStream(), Stream.of(item.path("tags")))
                        .flatMap(tag -> Stream.ofNullable(text(tag)))
                        .filter(tag -> !StockCategory.isOne(tag))
                        .findFirst()
                        .orElse(null),
                text(item, "language"),
                Stream.of("date_published", "date_modified")
                        .flatMap(name -> Stream.ofNullable(text(item, name)))
                        .toList(),
                picture(wording.bodyHtml()),
                own(item.path("_ngt")),
                List.copyOf(notes));
    }

    private @Nullable String url() {
        return Stream.of("url", "external_url")
                .flatMap(name -> Stream.ofNullable(base.resolve(text(item, name))))
                .findFirst()
                .or(() -> Optional.ofNullable(text(item, "id")).filter(id -> id.matches("(?i)https?://\\S+")))
                .or(this::attached)
                .orElse(null);
    }

    private Optional<String> attached() {
        Optional<String> address = item.path("attachments")
                .valueStream()
                .flatMap(attachment -> Stream.ofNullable(base.resolve(text(attachment, "url"))))
                .findFirst();
        address.ifPresent(found ->
                notes.add(new Note("url", "It has no link; the address of what it encloses stands in for one.")));
        return address;
    }

    static List<String> authors(JsonNode of) {
        return Stream.concat(of.path("authors").valueStream(), Stream.of(of.path("author")))
                .flatMap(author -> PersonName.in(author.isString() ? author.asString() : text(author, "name")).stream())
                .distinct()
                .toList();
    }

    private @Nullable FeedPicture picture(@Nullable String body) {
        return Stream.concat(
                        Stream.of("image", "banner_image")
                                .map(item::path)
                                .flatMap(image ->
                                        Stream.ofNullable(image.isObject() ? text(image, "url") : text(image))),
                        item.path("attachments")
                                .valueStream()
                                .filter(JsonItem::isPicture)
                                .flatMap(attachment -> Stream.ofNullable(text(attachment, "url"))))
                .flatMap(url -> Stream.ofNullable(base.resolve(url)))
                .findFirst()
                .map(url -> new FeedPicture(
                        url,
                        body == null ? null : PictureInText.altOf(body, url).orElse(null)))
                .or(() -> Optional.ofNullable(body)
                        .flatMap(PictureInText::firstDescribed)
                        .map(picture -> new FeedPicture(picture.url(), picture.alt())))
                .orElse(null);
    }

    private static boolean isPicture(JsonNode attachment) {
        String type = text(attachment, "mime_type");
        return type == null
                ? PICTURE_FILE.matcher(String.valueOf(text(attachment, "url"))).matches()
                : type.regionMatches(true, 0, "image/", 0, "image/".length());
    }

    private OwnFields own(JsonNode ngt) {
        return ngt.isObject()
                ? new OwnFields(
                        text(ngt, "tldr"),
                        text(ngt, "msmPerspective"),
                        text(ngt, "xPerspective"),
                        references(ngt.path("newsSources"), "title"),
                        references(ngt.path("xPosts"), "text"))
                : OwnFields.NONE;
    }

    private List<Reference> references(JsonNode list, String words) {
        return list.valueStream()
                .filter(JsonNode::isObject)
                .map(reference -> new Reference(
                        reference.path("n").isInt()
                                ? (Integer) reference.path("n").asInt()
                                : null,
                        base.resolve(text(reference, "url")),
                        text(reference, words)))
                .toList();
    }

    /** Null where it has none, or a blank one; a number is as good as its digits. */
    static @Nullable String text(JsonNode of, String name) {
        return text(of.path(name));
    }

    private static @Nullable String text(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
