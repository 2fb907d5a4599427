package com.newgroktimes.digest.stories.feeds;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.NamespaceSupport;

import com.newgroktimes.digest.stories.documents.BaseAddress;

/** Makes an entry of each item as soon as it has ended, so that a break costs only what comes after, and a large feed no more memory than its entries. */
final class XmlEntries extends DefaultHandler {

    private static final int DEEPEST = 200;

    /** What a message of the parser begins with for programmers. */
    private static final Pattern CODE = Pattern.compile("^JAXP\\d+:\\s*");

    private final NamespaceSupport namespaces = new NamespaceSupport();
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<FeedEntry> entries = new ArrayList<>();
    private final BaseAddress address;
    private Vocabulary vocabulary = Vocabulary.RSS;
    private @Nullable XmlElement root;
    /** The item that is being read; null between items. */
    private @Nullable XmlElement item;

    XmlEntries(BaseAddress address) {
        this.address = address;
    }

    /** Reading ends here, though the document is not over; the message is a sentence. */
    static final class Enough extends SAXException {

        Enough(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes given) throws SAXException {
        namespaces.pushContext();
        declare(given);
        if (root == null) {
            vocabulary = vocabulary(qualified);
        }
        XmlElement element = element(qualified, given);
        if (root == null) {
            root = element;
        }
        if (item == null && isItem(element)) {
            if (entries.size() == Feed.MOST_ENTRIES) {
                throw new Enough(Feed.TOO_MANY);
            }
            item = element;
        } else if (!open.isEmpty()) {
            open.peek().add(element);
        }
        open.push(element);
        if (open.size() > DEEPEST) {
            throw new Enough("Its elements are nested more than %d deep; it is read no further.".formatted(DEEPEST));
        }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (!open.isEmpty()) {
            open.peek().add(new String(signs, start, length));
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        namespaces.popContext();
        XmlElement ended = open.pop();
        if (ended == item) {
            item = null;
            entries.add(vocabulary == Vocabulary.ATOM ? AtomEntry.of(ended) : RssItem.of(ended, channelBase()));
        }
    }

    /** There is no DOCTYPE left to name one; should there be, it is empty. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }

    /** @throws NoFeed where it broke before any of a feed was seen */
    String whereItBroke(SAXParseException broken) {
        if (root == null) {
            throw new NoFeed("It is neither XML nor JSON: line %d cannot be read.".formatted(broken.getLineNumber()));
        }
        String inside = item == null ? "" : " The story in which it breaks off is left out.";
        return "Line %d is broken XML: %s%s What comes before is read; mend it, or tell whoever makes the feed."
                .formatted(broken.getLineNumber(), sentence(broken), inside);
    }

    private static String sentence(SAXParseException broken) {
        String message =
                CODE.matcher(String.valueOf(broken.getMessage()).strip()).replaceFirst("");
        return message.endsWith(".") ? message : message + ".";
    }

    Feed feed(List<String> faults) {
        XmlElement whole = root;
        if (whole == null) {
            throw new NoFeed("It is empty.");
        }
        return vocabulary == Vocabulary.ATOM
                ? AtomEntry.feed(whole, entries, faults)
                : RssItem.feed(whole, entries, faults);
    }

    private BaseAddress channelBase() {
        return root == null ? address : RssItem.channelBase(root, address);
    }

    private void declare(Attributes given) {
        for (int i = 0; i < given.getLength(); i++) {
            String name = given.getQName(i);
            if (name.equals("xmlns")) {
                namespaces.declarePrefix("", given.getValue(i));
            } else if (name.startsWith("xmlns:")) {
                namespaces.declarePrefix(name.substring("xmlns:".length()), given.getValue(i));
            }
        }
    }

    private static Vocabulary vocabulary(String qualified) {
        String name = qualified.substring(qualified.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "rss", "rdf", "channel" -> Vocabulary.RSS;
            case "feed", "entry" -> Vocabulary.ATOM;
            case "html" -> throw new NoFeed("It is a web page, and no feed.");
            case "opml" ->
                throw new NoFeed("It is a list of feeds (OPML), and no feed. Give the address of one of them.");
            case "urlset", "sitemapindex" -> throw new NoFeed("It is a map of a site, and no feed.");
            default ->
                throw new NoFeed("It is XML, but no feed: its root element is %s.".formatted(shortened(qualified)));
        };
    }

    private static String shortened(String name) {
        return name.length() <= 50 ? name : name.substring(0, 50) + "…";
    }

    private boolean isItem(XmlElement element) {
        return vocabulary == Vocabulary.ATOM
                ? element.name().equals("entry") && open.size() <= 1
                : element.name().equals("item") && open.size() <= 2 && !open.isEmpty();
    }

    private XmlElement element(String qualified, Attributes given) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            attributes.putIfAbsent(given.getQName(i).toLowerCase(Locale.ROOT), given.getValue(i));
        }
        BaseAddress around = open.isEmpty() ? address : open.peek().base();
        String language = open.isEmpty() ? null : open.peek().lang();
        String told = attributes.get("xml:lang");
        return new XmlElement(
                vocabulary.name(namespace(qualified), qualified),
                attributes,
                attributes.containsKey("xml:base") ? around.then(attributes.get("xml:base")) : around,
                told == null || told.isBlank() ? language : told.strip());
    }

    private @Nullable String namespace(String qualified) {
        int colon = qualified.indexOf(':');
        String declared = namespaces.getURI(colon < 0 ? "" : qualified.substring(0, colon));
        return declared == null && colon < 0 ? "" : declared;
    }
}
