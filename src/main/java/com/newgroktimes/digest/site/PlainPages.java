package com.newgroktimes.digest.site;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.delivery.RetentionSettings;
import com.newgroktimes.digest.subscribers.KeepingSettings;
import com.newgroktimes.digest.subscribers.Origins;

/** Pages that only tell something. */
@Controller
class PlainPages {

    private final Mailboxes mailboxes;
    private final Origins origins;
    private final KeepingSettings readers;
    private final RetentionSettings deliveries;

    PlainPages(Mailboxes mailboxes, Origins origins, KeepingSettings readers, RetentionSettings deliveries) {
        this.mailboxes = mailboxes;
        this.origins = origins;
        this.readers = readers;
        this.deliveries = deliveries;
    }

    @GetMapping("/help")
    ModelAndView help() {
        return page("site/help");
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return page("site/privacy")
                .addObject("origins", origins.kept().name())
                .addObject("unconfirmed", readers.unconfirmed().toDays())
                .addObject("deliveries", deliveries.deliveries().toDays())
                .addObject("years", readers.evidenceYears());
    }

    private ModelAndView page(String view) {
        return new ModelAndView(view, Map.of("mailbox", mailboxes.mailbox(), "sender", mailboxes.sender()));
    }
}
