package com.newgroktimes.digest.rendering;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.rendering.Look.Palette;

/**
 * Colours and fonts of our mails; what is not set is as it comes.
 *
 * @param logo  a PNG of at most 1104×400 pixels and 100 KB; shown at half its size
 * @param preheader whether inboxes have a line of ours beside the subject; Gmail dislikes text that the mail hides
 * @param serif names of fonts, apart by commas, those of more than one word in single quotes
 */
@Validated
@ConfigurationProperties("digest.look")
record LookSettings(
        @Valid @Nullable Palette light,
        @Valid @Nullable Palette dark,

        @Nullable @Pattern(regexp = FONTS, message = NO_FONTS)
        String serif,

        @Nullable @Pattern(regexp = FONTS, message = NO_FONTS)
        String sans,

        @Nullable Path logo,
        @DefaultValue("true") boolean preheader) {

    private static final String FONTS = "([\\w-]+|'[\\w -]+')(, *([\\w-]+|'[\\w -]+'))*";
    private static final String NO_FONTS =
            "must be names of fonts, apart by commas, those of more than one word in single quotes";

    /** MJML fetches these from Google wherever it reads their names. */
    private static final List<String> FETCHED = List.of("open sans", "droid sans", "lato", "roboto", "ubuntu");

    LookSettings {
        if (logo != null) {
            Logo.in(logo);
        }
        refuse(Stream.of(fetched("serif", serif), fetched("sans", sans)).flatMap(List::stream));
        refuse(Stream.of(
                        Legibility.of("digest.look.light", over(light, Look.OURS.light())),
                        Legibility.of("digest.look.dark", over(dark, Look.OURS.dark())))
                .flatMap(List::stream));
    }

    Look look() {
        return new Look(
                over(light, Look.OURS.light()),
                over(dark, Look.OURS.dark()),
                serif == null ? Look.OURS.serif() : serif,
                sans == null ? Look.OURS.sans() : sans,
                logo == null ? null : Logo.in(logo),
                preheader);
    }

    private static Palette over(@Nullable Palette own, Palette ours) {
        return own == null ? ours : own.over(ours);
    }

    private static List<StartRefused> fetched(String setting, @Nullable String fonts) {
        String names = fonts == null ? "" : fonts.toLowerCase(Locale.ROOT);
        return FETCHED.stream()
                .filter(names::contains)
                .map(name -> StartRefused.setting(
                        "digest.look." + setting,
                        fonts,
                        "readers' mail programs would fetch \"%s\" from Google. A mail loads nothing from elsewhere."
                                .formatted(name)))
                .toList();
    }

    private static void refuse(Stream<StartRefused> refused) {
        List<StartRefused> all = refused.toList();
        if (!all.isEmpty()) {
            throw StartRefused.all(all);
        }
    }
}
