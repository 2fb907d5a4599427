package com.newgroktimes.digest.stories.feeds;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.HtmlText;
import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.documents.PictureInText;

/** Which of the pictures that an entry tells, in one vocabulary or another, stands above its story. */
final class EntryPicture {

    /** Who wrote it, and not what it is about. */
    private static final Pattern AVATAR = Pattern.compile("(?i)//[^/]*gravatar\\.com/avatar/");

    private static final int SMALLEST = 20;
    private static final int LARGE = 120;
    private static final Pattern FILM = Pattern.compile(
            "(?i)(?:video|audio)/.*|application/(?:x-shockwave-flash|x-mpegurl|vnd\\.apple\\.mpegurl|dash\\+xml|ogg)");
    private static final Pattern FILM_FILE = Pattern.compile(
            "(?i)[^?#]+\\.(?:mp[34]|m4[av]|mov|avi|webm|og[gv]|oga|opus|wav|flv|swf|m3u8|mpd|pdf)(?:[?#].*)?");
    private static final Pattern FILE = Pattern.compile("(?i)[^?#]+\\.(?:jpe?g|png|webp|gif|avif)(?:[?#].*)?");

    private final XmlElement entry;
    private final BaseAddress base;
    private final @Nullable String bodyHtml;

    private EntryPicture(XmlElement entry, BaseAddress base, @Nullable String bodyHtml) {
        this.entry = entry;
        this.base = base;
        this.bodyHtml = bodyHtml;
    }

    /** @param bodyHtml the first picture in it that is described stands in where the entry names none */
    static @Nullable FeedPicture of(XmlElement entry, BaseAddress base, @Nullable String bodyHtml) {
        return new EntryPicture(entry, base, bodyHtml).find();
    }

    private @Nullable FeedPicture find() {
        return Stream.<Supplier<Optional<FeedPicture>>>of(this::content, this::thumbnail, this::enclosure, this::image)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::described)
                .or(this::inTheText)
                .or(() -> stamp().map(this::described))
                .orElse(null);
    }

    private Optional<FeedPicture> content() {
        return widest(entry.anywhere("media:content").filter(EntryPicture::isPicture))
                .flatMap(content -> picture(content.attribute("url"), alt(content)));
    }

    private Optional<FeedPicture> thumbnail() {
        return thumbnail(width -> width == 0 || width >= LARGE);
    }

    /** One that is too small to stand above a story, if nothing else is there. */
    private Optional<FeedPicture> stamp() {
        return thumbnail(width -> width >= SMALLEST);
    }

    private Optional<FeedPicture> thumbnail(IntPredicate wanted) {
        return widest(entry.anywhere("media:thumbnail")
                        .filter(thumbnail -> thumbnail.attribute("url") != null && wanted.test(width(thumbnail))))
                .flatMap(thumbnail -> picture(thumbnail.attribute("url"), alt(thumbnail)));
    }

    private Optional<FeedPicture> enclosure() {
        return Stream.concat(
                        entry.children("enclosure"),
                        entry.children("link", "atom:link").filter(link -> link.says("rel", "enclosure")))
                .filter(EntryPicture::isPicture)
                .findFirst()
                .flatMap(enclosure -> picture(address(enclosure), null));
    }

    private Optional<FeedPicture> image() {
        return entry.children("itunes:image", "image")
                .flatMap(image ->
                        picture(
                                first(
                                        address(image),
                                        image.textOf("url"),
                                        image.text().orElse(null)),
                                null)
                                .stream())
                .findFirst();
    }

    private Optional<FeedPicture> inTheText() {
        return bodyHtml == null
                ? Optional.empty()
                : PictureInText.firstDescribed(bodyHtml).flatMap(picture -> picture(picture.url(), picture.alt()));
    }

    private FeedPicture described(FeedPicture picture) {
        return picture.alt() != null || bodyHtml == null
                ? picture
                : new FeedPicture(
                        picture.url(),
                        PictureInText.altOf(bodyHtml, picture.url()).orElse(null));
    }

    private static Optional<XmlElement> widest(Stream<XmlElement> pictures) {
        // The first of several that are as wide; max would take the last.
        return pictures.sorted(Comparator.comparingInt(EntryPicture::width).reversed())
                .findFirst();
    }

    private static int width(XmlElement picture) {
        String width = picture.attribute("width");
        return width != null && width.matches("\\d{1,5}") ? Integer.parseInt(width) : 0;
    }

    private static boolean isPicture(XmlElement element) {
        String url = address(element);
        if (url == null || isPixel(element) || AVATAR.matcher(url).find()) {
            return false;
        }
        String type = element.attribute("type");
        if (type != null && !type.equalsIgnoreCase("application/octet-stream")) {
            return type.toLowerCase(Locale.ROOT).startsWith("image");
        }
        return element.says("medium", "image")
                || (element.attribute("medium") == null
                        && (FILE.matcher(url).matches()
                                || (isSized(element) && !FILM_FILE.matcher(url).matches())));
    }

    /** It counts readers. */
    private static boolean isPixel(XmlElement element) {
        int width = width(element);
        return width > 0 && width < SMALLEST;
    }

    /** Addresses of programs that make pictures as they are asked for have no ending. */
    private static boolean isSized(XmlElement element) {
        return element.attribute("width") != null && element.attribute("duration") == null;
    }

    private static boolean isFilm(XmlElement element) {
        String type = element.attribute("type");
        String url = address(element);
        return element.says("medium", "video")
                || element.says("medium", "audio")
                || (type != null && FILM.matcher(type).matches())
                || (type == null && url != null && FILM_FILE.matcher(url).matches())
                || element.attribute("duration") != null;
    }

    private static @Nullable String address(XmlElement element) {
        return element.attributeOf("url", "href", "rdf:resource");
    }

    /** Its own description, or the one beside it where that is not of a film. */
    private @Nullable String alt(XmlElement picture) {
        String own = text(picture);
        if (own != null) {
            return own;
        }
        return entry.children("media:group")
                .filter(group -> group.anywhere(picture.name()).anyMatch(picture::equals))
                .findFirst()
                .map(group -> isOfAFilm(group) ? group.textOf("media:title") : text(group))
                .or(() -> Optional.ofNullable(text(entry)))
                .orElse(null);
    }

    private static boolean isOfAFilm(XmlElement group) {
        return group.children("media:content").anyMatch(EntryPicture::isFilm);
    }

    /** What it says of a film, which is a summary of the entry; what it says of a picture is that picture's. */
    static Optional<String> filmDescription(XmlElement entry) {
        return entry.children("media:group")
                .filter(EntryPicture::isOfAFilm)
                .flatMap(group -> Stream.ofNullable(group.textOf("media:description")))
                .findFirst();
    }

    private static @Nullable String text(XmlElement described) {
        String description = described.textOf("media:description");
        String line = description == null ? "" : HtmlText.line(description);
        return line.isEmpty() ? null : line;
    }

    private Optional<FeedPicture> picture(@Nullable String url, @Nullable String alt) {
        return Optional.ofNullable(base.resolve(url))
                .filter(whole -> whole.regionMatches(true, 0, "http", 0, "http".length()))
                .map(whole -> new FeedPicture(whole, alt));
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
