package com.newgroktimes.digest.site;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.subscribers.Origins;

/** Pages that only tell something. */
@Controller
class PlainPages {

    private final Mailboxes mailboxes;
    private final Origins origins;

    PlainPages(Mailboxes mailboxes, Origins origins) {
        this.mailboxes = mailboxes;
        this.origins = origins;
    }

    @GetMapping("/help")
    ModelAndView help() {
        return page("site/help");
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return page("site/privacy").addObject("origins", origins.kept().name());
    }

    private ModelAndView page(String view) {
        return new ModelAndView(view, Map.of("mailbox", mailboxes.mailbox(), "sender", mailboxes.sender()));
    }
}
