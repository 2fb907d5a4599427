package com.newgroktimes.digest.stories.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.rendering.HtmlText;

/** The article of a page in JSON-LD, in the words of schema.org; one that says nothing where the page has none. */
final class LinkedData {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** In what pages wrap scripts, for programs that knew none. */
    private static final Pattern COVER = Pattern.compile("<!--|-->|<!\\[CDATA\\[|]]>");

    private static final int DEEPEST = 4;

    /** Pages have one for each kind of thing that they tell of. */
    private static final int MOST_SCRIPTS = 200;

    /** Of all scripts together. One that would be over is passed over, as it may be a list of comments before the article. */
    private static final int LONGEST = 2_000_000;

    /** More are a list of others, and each is looked at for whether it is the one. */
    private static final int MOST_ARTICLES = 1_000;

    private static final int MOST_NAMES = 100;

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private JsonNode article = JSON.createObjectNode();

    /**
     * Scripts that are broken are passed over. Of several articles, such as those that are read next, it is the one that names this
     * page, or has its headline.
     *
     * @param addresses those of the page
     */
    static LinkedData in(Document page, Set<String> addresses) {
        LinkedData data = new LinkedData();
        int left = LONGEST;
        for (Element script : page.select("script[type*=ld+json]").stream()
                .limit(MOST_SCRIPTS)
                .toList()) {
            String told = script.data();
            if (told.length() <= left) {
                left -= told.length();
                data.read(told);
            }
        }
        ThisPage here = new ThisPage(page, addresses);
        data.articles.stream()
                .filter(article -> here.isNamed(addresses(article)))
                .findFirst()
                .or(() -> data.articles.stream()
                        .filter(article -> here.isTitled(text(article.path("headline"))))
                        .findFirst())
                .or(() -> data.articles.stream().findFirst())
                .ifPresent(article -> data.article = article);
        return data;
    }

    /** What it has for an id may be a part of whatever page it stands on. */
    private static List<String> addresses(JsonNode article) {
        List<String> told = addresses(article, "url", "mainEntityOfPage");
        return told.isEmpty() ? addresses(article, "@id") : told;
    }

    private static List<String> addresses(JsonNode article, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> each(article.path(field)))
                .flatMap(named -> named.isObject() ? Stream.of(named.path("@id"), named.path("url")) : Stream.of(named))
                .flatMap(named -> Stream.ofNullable(text(named)))
                .toList();
    }

    private void read(String script) {
        String data = COVER.matcher(script).replaceAll("");
        String json = object(data.contains("{&quot;") ? Parser.unescapeEntities(data, false) : data);
        if (json.isEmpty()) {
            return;
        }
        try {
            collect(JSON.readTree(json), 0);
        } catch (JacksonException broken) {
            // What it says may be said elsewhere on the page.
        }
    }

    /** From the first opening bracket to the last closing one, whatever stands around it. */
    private static String object(String data) {
        int brace = data.indexOf('{');
        int bracket = data.indexOf('[');
        int begin = brace < 0 || bracket < 0 ? Math.max(brace, bracket) : Math.min(brace, bracket);
        int end = Math.max(data.lastIndexOf('}'), data.lastIndexOf(']'));
        return begin < 0 || end < begin ? "" : data.substring(begin, end + 1);
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> collect(one, depth + 1));
            return;
        }
        String id = text(node.path("@id"));
        if (id != null && node.size() > 1) {
            byId.putIfAbsent(id, node);
        }
        if (articles.size() < MOST_ARTICLES && isArticle(node)) {
            articles.add(node);
        }
        collect(node.path("@graph"), depth + 1);
        if (node.path("mainEntity").isObject()) {
            collect(node.path("mainEntity"), depth + 1);
        }
    }

    private static boolean isArticle(JsonNode node) {
        return each(node.path("@type"))
                .flatMap(type -> Stream.ofNullable(text(type)))
                .map(type -> type.substring(type.lastIndexOf('/') + 1))
                .anyMatch(type -> type.endsWith("Article") || type.endsWith("BlogPosting") || type.equals("Report"));
    }

    /** On one line, as text: papers put HTML there. */
    @Nullable
    String line(String... names) {
        return lines(names).findFirst().orElse(null);
    }

    /** Each of them so. */
    Stream<String> lines(String... names) {
        return Stream.of(names)
                .flatMap(name -> each(article.path(name)))
                .flatMap(value -> Stream.ofNullable(text(value)))
                .map(HtmlText::line)
                .filter(text -> !text.isEmpty());
    }

    /** As it stands. */
    @Nullable
    String whole(String name) {
        return text(article.path(name));
    }

    List<String> dates() {
        return Stream.of("datePublished", "dateCreated")
                .flatMap(name -> Stream.ofNullable(text(article.path(name))))
                .toList();
    }

    List<String> authors() {
        return Stream.of("author", "creator")
                .map(name -> names(article.path(name)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> names(JsonNode people) {
        return each(people)
                .map(person -> known(person, "name"))
                .flatMap(person -> person.has("name") ? each(person.path("name")) : Stream.of(person))
                .flatMap(name -> Stream.ofNullable(text(name)))
                .limit(MOST_NAMES)
                .map(HtmlText::line)
                .toList();
    }

    @Nullable
    String language() {
        JsonNode language = each(article.path("inLanguage"))
                .map(told -> known(told, "alternateName", "name"))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
        String tag = text(language.path("alternateName"));
        return tag != null ? tag : language.has("name") ? text(language.path("name")) : text(language);
    }

    /** The first of its pictures. */
    Optional<String> picture() {
        return Stream.of("image", "thumbnailUrl")
                .flatMap(name -> each(article.path(name)))
                .map(image -> known(image, "url", "contentUrl"))
                .flatMap(image -> image.isObject() && !image.has("@value")
                        ? Stream.of("url", "contentUrl").flatMap(name -> each(image.path(name)))
                        : Stream.of(image))
                .map(url -> url.has("@id") ? url.path("@id") : url)
                .flatMap(url -> Stream.ofNullable(text(url)))
                .findFirst();
    }

    boolean isForSubscribersOnly() {
        JsonNode free = article.path("isAccessibleForFree");
        return !free.isMissingNode() && "false".equalsIgnoreCase(text(free));
    }

    /** What it points at, where it says nothing of these itself. */
    private JsonNode known(JsonNode node, String... fields) {
        boolean isBare = node.isObject() && Stream.of(fields).noneMatch(node::has);
        String id = isBare ? text(node.path("@id")) : null;
        return id == null ? node : byId.getOrDefault(id, node);
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? node.valueStream().flatMap(LinkedData::each) : Stream.of(node);
    }

    /** A value with its language or type is an object (JSON-LD 1.1 §4.1). */
    private static @Nullable String text(JsonNode given) {
        JsonNode node = given.isObject() ? given.path("@value") : given;
        String text = node.isValueNode() && !node.isNull() ? node.asString().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
