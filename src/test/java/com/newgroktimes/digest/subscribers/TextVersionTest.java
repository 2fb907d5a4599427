package com.newgroktimes.digest.subscribers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.rendering.JarTemplates;
import com.newgroktimes.digest.rendering.OwnWords;
import com.newgroktimes.digest.rendering.Words;

import static org.assertj.core.api.Assertions.assertThat;

class TextVersionTest {

    private static final String BUTTON = "page.signup.button";
    private static final String LEAD = "page.signup.what";

    private final TextVersion ours = new TextVersion(new Words(), JarTemplates.mail());

    @Test
    void wordsOfThePublicationsOwnAreAnotherVersionOfThePages() {
        TextVersion own = pagesWith(Map.of(BUTTON, "Send it"));

        assertThat(own.ofPages()).hasSize(12).isNotEqualTo(ours.ofPages());
        assertThat(own.ofPages()).isEqualTo(pagesWith(Map.of(BUTTON, "Send it")).ofPages());
        assertThat(own.ofPages())
                .isNotEqualTo(pagesWith(Map.of(BUTTON, "Send it now")).ofPages());
    }

    @Test
    void theSameWordsInAnotherOrderAreTheSameVersion() {
        Map<String, String> there = new LinkedHashMap<>();
        there.put(BUTTON, "Send it");
        there.put(LEAD, "Each week.");
        Map<String, String> andBack = new LinkedHashMap<>();
        andBack.put(LEAD, "Each week.");
        andBack.put(BUTTON, "Send it");

        assertThat(pagesWith(there).ofPages()).isEqualTo(pagesWith(andBack).ofPages());
    }

    @Test
    void aTemplateOfThePublicationsOwnIsAnotherVersionOfItsMailAlone(@TempDir Path own) throws IOException {
        Files.createDirectory(own.resolve("confirmation"));
        Files.writeString(own.resolve("confirmation/subject.ftl"), "Say yes");
        TextVersion textVersion = new TextVersion(new Words(), JarTemplates.behind(own));

        assertThat(textVersion.of(LetterKind.CONFIRMATION)).hasSize(12).isNotEqualTo(ours.of(LetterKind.CONFIRMATION));
        assertThat(textVersion.of(LetterKind.ALREADY)).isEqualTo(ours.of(LetterKind.ALREADY));
        assertThat(textVersion.ofPages()).isEqualTo(ours.ofPages());
    }

    private static TextVersion pagesWith(Map<String, String> own) {
        return new TextVersion(OwnWords.in("en", own), JarTemplates.mail());
    }
}
