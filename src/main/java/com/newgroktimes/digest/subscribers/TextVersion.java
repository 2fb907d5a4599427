package com.newgroktimes.digest.subscribers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.rendering.Words;

/**
 * Which text readers were shown when they agreed, as the start of a SHA-256, so that the very text can be found again: among the
 * releases and, where the publication has words or templates of its own, among those.
 */
@Component
class TextVersion {

    private static final int DIGITS = 12;

    private final String pages;
    private final MailTemplates templates;

    TextVersion(Words words, MailTemplates templates) {
        this.pages = shortened(
                Sha256.of(inForce(words).getBytes(StandardCharsets.UTF_8)).hex());
        this.templates = templates;
    }

    /** Over the words of all languages, in the order of their codes, and then the publication's own. */
    String ofPages() {
        return pages;
    }

    /** Over every file and word that such a mail is made from now: the publication's templates change without a restart. */
    String of(LetterKind mail) {
        return shortened(templates.hash(mail.template()));
    }

    private static String inForce(Words words) {
        var text = new StringBuilder();
        words.files().forEach(file -> text.append(read(file)));
        words.own()
                .forEach((language, own) ->
                        own.forEach((key, word) -> text.append("%s.%s=%s\n".formatted(language, key, word))));
        return text.toString();
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, DIGITS);
    }
}
