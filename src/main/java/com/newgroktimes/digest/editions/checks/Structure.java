package com.newgroktimes.digest.editions.checks;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.newgroktimes.digest.editions.Finding;

/** Whoever has the mail read out can find their way through it (WCAG 2.2, 1.1.1, 1.3.1, 2.4.4, 3.1.1). */
final class Structure implements Rule {

    @Override
    public String id() {
        return "structure";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.copies().stream()
                .flatMap(copy -> look(Jsoup.parse(copy.html())).stream())
                .distinct()
                .toList();
    }

    private static List<Finding> look(Document mail) {
        var findings = new ArrayList<Finding>();
        if (mail.select("h1").size() != 1) {
            findings.add(Finding.stops("headings", mail.select("h1").size()));
        }
        if (mail.select("html[lang]").isEmpty()) {
            findings.add(Finding.stops("language"));
        }
        mail.select("img:not([alt])").eachAttr("src").forEach(src -> findings.add(Finding.stops("picture", src)));
        mail.select("a[href]").stream()
                .filter(Structure::isUnnamed)
                .forEach(link -> findings.add(Finding.stops("link", link.attr("href"))));
        return findings;
    }

    private static boolean isUnnamed(Element link) {
        return link.text().isBlank()
                && link.select("img").eachAttr("alt").stream().allMatch(String::isBlank);
    }
}
