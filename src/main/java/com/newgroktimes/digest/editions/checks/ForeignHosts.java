package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;

import com.newgroktimes.digest.editions.Finding;

/** A mail that is opened asks no server but ours for anything: no font, no picture, no pixel. */
final class ForeignHosts implements Rule {

    private static final Pattern URL_IN_STYLE =
            Pattern.compile("url\\(\\s*['\"]?([^'\")\\s]+)|@import\\s+['\"]?([^'\";\\s]+)");

    @Override
    public String id() {
        return "foreign-hosts";
    }

    @Override
    public List<Finding> look(Proof proof) {
        String ours = proof.publication().at("/").toString();
        return proof.copies().stream()
                .flatMap(copy -> loaded(Jsoup.parse(copy.html())))
                .filter(url -> !url.startsWith(ours))
                .distinct()
                .map(url -> Finding.stops("loads", url))
                .toList();
    }

    private static Stream<String> loaded(Document mail) {
        Stream<String> tags = Stream.of(
                        mail.select("[src]").eachAttr("src").stream(),
                        mail.select("[background]").eachAttr("background").stream(),
                        mail.select("link[href]").eachAttr("href").stream(),
                        mail.select("[poster]").eachAttr("poster").stream(),
                        mail.select("object[data]").eachAttr("data").stream())
                .flatMap(urls -> urls);
        Stream<String> styles = Stream.concat(
                        mail.select("style").stream().map(style -> style.data()),
                        mail.select("[style]").eachAttr("style").stream())
                .flatMap(style -> URL_IN_STYLE.matcher(style).results().map(ForeignHosts::url));
        return Stream.of(tags, candidates(mail), styles, inComments(mail)).flatMap(urls -> urls);
    }

    /** {@code srcset} names several, each with its size after a blank. */
    private static Stream<String> candidates(Document mail) {
        return mail.select("[srcset]").eachAttr("srcset").stream()
                .flatMap(set -> Stream.of(set.split(",(?=\\s|$)")))
                .map(candidate -> candidate.strip().split("\\s+")[0])
                .filter(url -> !url.isEmpty());
    }

    /** Outlook reads what stands in conditional comments, pictures of VML too. */
    private static Stream<String> inComments(Document mail) {
        return mail.nodeStream(Comment.class).flatMap(comment -> loaded(Jsoup.parse(comment.getData())));
    }

    private static String url(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
