package com.newgroktimes.digest.stories.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.newgroktimes.digest.stories.documents.BaseAddress;

/** JSON Feed 1.0 and 1.1. Item by item, so that a break costs only what comes after. */
final class JsonFeed {

    /** What programs write that put JSON together by hand, and what nobody means otherwise. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** Marks and noughts that stand where nothing may. */
    private static final Pattern BEFORE = Pattern.compile("^[\\s\\x{FEFF}\\x00]+");

    /** What a message of the parser adds for programmers. */
    private static final Pattern CODE = Pattern.compile("\\s*\\((?:start marker|code|from).*", Pattern.DOTALL);

    /** Names of its own settings. */
    private static final Pattern SETTING = Pattern.compile("(?:: enable|, from) `[^`]*`(?: to allow)?");

    private final BaseAddress address;
    private final ObjectNode head = JSON.createObjectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private JsonFeed(BaseAddress address) {
        this.address = address;
    }

    static boolean looksLike(String text) {
        String begun = BEFORE.matcher(text).replaceFirst("");
        return begun.startsWith("{") || begun.startsWith("[");
    }

    /** @throws NoFeed where it is JSON of another kind */
    static Feed read(String text, BaseAddress address) {
        JsonFeed feed = new JsonFeed(address);
        try (JsonParser parser = JSON.createParser(text.replace('\uFEFF', ' ').replace('\u0000', ' '))) {
            feed.read(parser);
        } catch (JacksonException broken) {
            feed.broke(broken);
        }
        return feed.feed();
    }

    private void read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new NoFeed("It is JSON, but no feed: a JSON Feed is an object with items.");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                items(parser);
            } else {
                head.set(name, parser.readValueAsTree());
            }
        }
    }

    private void items(JsonParser parser) {
        head.put("items", true);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == Feed.MOST_ENTRIES) {
                faults.add(Feed.TOO_MANY);
                parser.skipChildren();
                return;
            }
            items.add(parser.readValueAsTree());
        }
    }

    private void broke(JacksonException broken) {
        String where = broken.getLocation() == null
                ? "It"
                : "Line " + broken.getLocation().getLineNr();
        faults.add("%s is broken JSON: %s. What comes before is read; mend it, or tell whoever makes the feed."
                .formatted(where, sentence(broken)));
    }

    private static String sentence(JacksonException broken) {
        String words = CODE.matcher(broken.getOriginalMessage()).replaceFirst("");
        return SETTING.matcher(words).replaceAll("");
    }

    private Feed feed() {
        boolean isOne = head.path("version").asString("").contains("jsonfeed.org") || head.has("items");
        if (!isOne) {
            throw new NoFeed(
                    faults.isEmpty() ? "It is JSON, but no feed: it has no items." : "It is no feed. " + faults.get(0));
        }
        if (!head.has("items") && faults.isEmpty()) {
            faults.add("It has no items. See whether whoever makes the feed calls them so.");
        }
        BaseAddress base = address.value().isEmpty() ? address.then(JsonItem.text(head, "home_page_url")) : address;
        List<FeedEntry> entries = items.stream()
                .filter(JsonNode::isObject)
                .map(item -> JsonItem.of(item, base))
                .toList();
        return Feed.of(
                JsonItem.text(head, "title"), JsonItem.text(head, "language"), JsonItem.authors(head), entries, faults);
    }
}
