package com.newgroktimes.digest.editions;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.editions.digest.DigestRenderer;
import com.newgroktimes.digest.mail.MailSettings;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.rendering.MailTemplates;

/**
 * SHA-256, in hex, over all that readers are sent, save what is personal and the date: what the edition says, the templates that
 * say it, and the settings that show in the mail.
 */
@Component
class ContentHash {

    /** Of a mapper of its own, so that no setting of the service's changes every hash. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final MailTemplates templates;
    private final Publication publication;
    private final MailSettings mail;
    private final int blocks;

    ContentHash(MailTemplates templates, Publication publication, MailSettings mail, EditionSettings settings) {
        this.templates = templates;
        this.publication = publication;
        this.mail = mail;
        this.blocks = settings.stories();
    }

    private record Content(
            int number,
            String subject,
            String preheader,
            @Nullable String note,
            List<EditionStory> stories,
            String templates,
            Publication publication,
            String from,
            String replyTo,
            String listId,
            @Nullable String unsubscribe,
            int blocks) {}

    String of(Edition edition) {
        var content = new Content(
                edition.number(),
                edition.subject(),
                edition.preheader(),
                edition.note(),
                edition.stories(),
                templates.hash(DigestRenderer.TEMPLATES),
                publication,
                mail.from(),
                mail.replyTo(),
                mail.listId(),
                mail.unsubscribe(),
                blocks);
        return Sha256.ofWritten(out -> CANONICAL.writeValue(out, content)).hex();
    }
}
