package com.newgroktimes.digest.operator.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.LinkAnswer;
import com.newgroktimes.digest.stories.LinksElsewhere;

/** The links of a mail, with what came of following each. */
@Component
final class MailLinks {

    private final LinksElsewhere elsewhere;
    private final Publication publication;

    MailLinks(LinksElsewhere elsewhere, Publication publication) {
        this.elsewhere = elsewhere;
        this.publication = publication;
    }

    /**
     * A link, once for each address. Templates read it.
     *
     * @param words  that it stands under first
     * @param answer of {@link LinkAnswer.Outcome}, or {@code OURS}, or {@code NOT_ASKED}
     */
    public record Line(String words, String url, String answer) {}

    List<Line> of(String html) {
        Map<String, String> words = new LinkedHashMap<>();
        Jsoup.parse(html).select("a[href]").forEach(link -> words.putIfAbsent(link.attr("href"), link.text()));
        Map<String, LinkAnswer> answers = elsewhere.last(words.keySet());
        return words.entrySet().stream()
                .map(link -> new Line(link.getValue(), link.getKey(), answer(link.getKey(), answers)))
                .toList();
    }

    private String answer(String url, Map<String, LinkAnswer> answers) {
        if ((url + "/").startsWith(publication.at("/").toString())) {
            return "OURS";
        }
        LinkAnswer answer = answers.get(url);
        return answer == null ? "NOT_ASKED" : answer.outcome().name();
    }
}
