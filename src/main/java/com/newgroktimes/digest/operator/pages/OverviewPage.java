package com.newgroktimes.digest.operator.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.subscribers.ReaderList;

/** What needs somebody now. */
@Controller
final class OverviewPage {

    /** All are on a page of their own. */
    private static final int LATEST = 8;

    private final EditionSheets sheets;
    private final Deliveries deliveries;
    private final Attention attention;
    private final ClosedWeek closedWeek;
    private final ReaderList readers;

    OverviewPage(
            EditionSheets sheets,
            Deliveries deliveries,
            Attention attention,
            ClosedWeek closedWeek,
            ReaderList readers) {
        this.sheets = sheets;
        this.attention = attention;
        this.closedWeek = closedWeek;
        this.deliveries = deliveries;
        this.readers = readers;
    }

    @GetMapping("/console")
    String overview(Model page) {
        sheets.next().ifPresent(next -> page.addAttribute("next", next));
        page.addAttribute("lines", sheets.latest(LATEST));
        page.addAttribute("needs", attention.needs());
        page.addAttribute("closed", closedWeek.now());
        page.addAttribute("audience", deliveries.audience());
        page.addAttribute("totals", readers.totals());
        return "console/overview";
    }
}
