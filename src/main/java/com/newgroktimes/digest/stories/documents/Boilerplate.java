package com.newgroktimes.digest.stories.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.BoundedHtml;
import com.newgroktimes.digest.rendering.Pruning;

/** What programs put below or between every text: where it appeared first, that it goes on elsewhere, and where to subscribe. */
public final class Boilerplate {

    private static final int MOST = 6;

    /** How many boxes such a line may stand in. */
    private static final int HIGHEST = 8;

    /** What is around a longer text is longer still. */
    private static final int LONGEST = 1_000;

    private static final String MORE =
            "(?:continue reading|keep reading|read more|read on|read the (?:rest|full|whole)|read full|view (?:the )?(?:full|original)"
                    + "|weiterlesen|weiter lesen|mehr lesen|lire la suite|lire plus|leer más|seguir leyendo|sigue leyendo|continua a leggere|leggi tutto"
                    + "|leia mais|continue lendo|lees verder|läs mer|les mer|læs mere|czytaj dalej|читать далее|devamını oku|続きを読む|阅读更多|اقرأ المزيد)";

    private static final Pattern READ_MORE = Pattern.compile(
            "[\\s\\p{P}\\p{S}]*" + MORE + "(?![\\p{L}\\p{N}]).{0,200}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern AFTER_A_CUT = Pattern.compile(
            "(?<=…|\\.\\.\\.|\\]|\\.)\\s*[\\[(]?" + MORE + "(?![\\p{L}\\p{N}])[^.!?]{0,120}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern APPEARED_FIRST = Pattern.compile(
            "(?:the post|the article|der beitrag|l.article|cet article|la entrada|el artículo|o post|o artigo|l.articolo|het bericht|wpis|artykuł"
                    + "|inlägget|innlegget|indlægget|příspěvek|запись|сообщение)\\s.{1,400}"
                    + "(?:(?:first )?appeared(?: first)? on|was (?:first )?(?:published|posted)|erschien zuerst|est apparu en premier"
                    + "|se publicó primero|aparece primero|apareceu primeiro|proviene da|sembra essere il primo|verscheen eerst|pochodzi z"
                    + "|dök först upp|publicerades först|dukket først opp|blev først|nejdříve|впервые появил).{0,200}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern OF_PLATFORMS = Pattern.compile(
            ".{1,400}was originally published in .{1,200}, where people are continuing the conversation.{0,100}|\\d+ posts? - \\d+ participants?"
                    + "|learn more about your ad choices\\. visit .{1,200}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SUBMITTED = Pattern.compile(
            "submitted by\\s+/?u/\\S+(?:\\s*to\\s+r/\\S+)?(?:\\s*\\[link])?(?:\\s*\\[comments])?",
            Pattern.CASE_INSENSITIVE);

    /** What programs that send newsletters and blogs set between paragraphs by themselves. */
    private static final String WIDGETS =
            ".subscription-widget-wrap, .subscription-widget-wrap-editor, .captioned-button-wrap,"
                    + " .sharedaddy, .jp-relatedposts, .wp-block-jetpack-subscriptions, .addtoany_share_save_container,"
                    + " .heateor_sss_sharing_container, .kg-signup-card,"
                    // Drupal tells headline, author and date once more above the text.
                    + " .field--name-title, .field--name-uid, .field--name-created";

    /** A button of theirs. Its words must be stock too: authors set such buttons to what they write about. */
    private static final String BUTTONS = ".button-wrapper";

    private static final Pattern STOCK_BUTTON = Pattern.compile(
            "(?:subscribe(?: now| for free)?|subscribed|upgrade to paid|share(?: this post| .{1,80})?|leave a comment|give a gift subscription|refer a friend"
                    + "|jetzt abonnieren|abonnieren|teilen|kommentar hinterlassen|s.abonner|partager|suscribirse|suscríbete|compartir)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CUT =
            Pattern.compile("(?:\\[\\s*(?:…|\\.{3}|&hellip;)\\s*]|…|\\.{3}|\\(more\\s*(?:…|\\.{3})?\\))\\s*$");

    private static final Pattern BRACKETED_CUT =
            Pattern.compile("[\\[(]\\s*(?:more\\s*)?(?:…|\\.{3})\\s*[])]\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDED = Pattern.compile("[.!?…。！？؟]['\"”’»)]*$");

    private static final Pattern HEADING = Pattern.compile("(?i)<h[1-4]\\b");
    private static final int BEGINNING = 2_000;

    private Boilerplate() {}

    /** The same HTML without its last parts, as long as they are such, and without what asks to subscribe or share. */
    public static String without(String html) {
        Document document = BoundedHtml.body(html, "");
        Elements widgets = document.select(WIDGETS);
        document.select(BUTTONS).stream()
                .filter(button -> STOCK_BUTTON.matcher(button.text().strip()).matches())
                .forEach(widgets::add);
        boolean removed = !widgets.isEmpty();
        Pruning.of(widgets);
        for (int i = 0; i < MOST && removeLast(document.body()); i++) {
            removed = true;
        }
        return removed ? document.body().html() : html;
    }

    /** The same HTML without a heading at its beginning that says the headline once more. */
    public static String withoutHeadline(String html, String headline) {
        if (!HEADING.matcher(html.substring(0, Math.min(html.length(), BEGINNING)))
                .find()) {
            return html;
        }
        Document document = BoundedHtml.body(html, "");
        Element heading = document.selectFirst("h1, h2, h3, h4");
        if (heading == null
                || !isHeadline(heading, headline)
                || !document.text().strip().startsWith(heading.text().strip())) {
            return html;
        }
        heading.remove();
        return document.body().html();
    }

    private static boolean isHeadline(Element heading, String headline) {
        return heading.text().strip().equalsIgnoreCase(headline.strip());
    }

    /** The same text without its last lines, as long as they are such. */
    public static String withoutLines(String text) {
        String lines = text;
        for (int i = 0; i < MOST; i++) {
            int last = lines.lastIndexOf('\n') + 1;
            if (!isBoilerplate(lines.substring(last))) {
                break;
            }
            lines = lines.substring(0, Math.max(0, last - 1));
        }
        return lines.lines()
                .map(line -> AFTER_A_CUT.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** Whether it ends in a mark that it goes on elsewhere. */
    public static boolean isCut(String text) {
        return CUT.matcher(text).find();
    }

    /** The same with a plain mark of its cut, or none where it was cut between sentences. */
    public static String withoutBrackets(String text) {
        Matcher cut = BRACKETED_CUT.matcher(text);
        if (!cut.find()) {
            return text;
        }
        String before = text.substring(0, cut.start()).strip();
        return before.isEmpty() || ENDED.matcher(before).find() ? before : before + "…";
    }

    private static boolean removeLast(Element body) {
        Node last = lastText(body);
        Node node = last;
        for (int up = 0; up < HIGHEST && node != null && !node.equals(body); up++, node = node.parent()) {
            String text = text(node);
            if (text.length() > LONGEST) {
                return false;
            }
            if (isBoilerplate(text)) {
                node.remove();
                return true;
            }
        }
        return false;
    }

    private static String text(Node node) {
        return node instanceof Element element ? element.text() : node instanceof TextNode text ? text.text() : "";
    }

    private static @Nullable Node lastText(Node node) {
        for (int i = node.childNodeSize() - 1; i >= 0; i--) {
            Node child = node.childNode(i);
            if (child instanceof TextNode text && !text.isBlank()) {
                return child;
            }
            Node inside = child instanceof Element ? lastText(child) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static boolean isBoilerplate(String text) {
        String line = text.strip();
        return READ_MORE.matcher(line).matches()
                || APPEARED_FIRST.matcher(line).matches()
                || OF_PLATFORMS.matcher(line).matches()
                || SUBMITTED.matcher(line).matches();
    }
}
