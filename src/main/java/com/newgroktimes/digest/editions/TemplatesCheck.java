package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.rendering.MailTemplates;

/** Templates of the publication's own that were refused: the mail would not be what somebody meant it to be. */
@Component
class TemplatesCheck implements SendCheck {

    private final MailTemplates templates;

    TemplatesCheck(MailTemplates templates) {
        this.templates = templates;
    }

    @Override
    public String rule() {
        return "templates";
    }

    @Override
    public List<Finding> look(Edition edition) {
        return templates.refused().stream()
                .map(refused -> refused.earlierInUse()
                        ? Finding.look("refused", refused.fault())
                        : Finding.stops("none", refused.fault()))
                .toList();
    }
}
