package com.newgroktimes.digest.rendering;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.rendering.Look.Palette;
import com.newgroktimes.digest.testing.Pipes;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LookSettingsTest {

    @Test
    void whatIsNotSetIsAsItComes() {
        assertThat(new LookSettings(null, null, null, null, null, true).look()).isEqualTo(Look.OURS);
    }

    @Test
    void oneColourChangesThatOneAlone() {
        Look look = new LookSettings(linksIn("#8a1538"), null, null, "Verdana, sans-serif", null, true).look();

        assertThat(look.light().link()).isEqualTo("#8a1538");
        assertThat(look.light().ink()).isEqualTo(Look.OURS.light().ink());
        assertThat(look.dark()).isEqualTo(Look.OURS.dark());
        assertThat(look.sans()).isEqualTo("Verdana, sans-serif");
    }

    @Test
    void textThatIsHardToReadIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(linksIn("#c9a227"), null, null, null, null, true))
                .withMessageContaining(
                        "digest.look.light.link is \"#c9a227\": it is hard to read on #ffffff: their contrast is 2.4 to 1");
    }

    @Test
    void aFontThatWouldBeFetchedIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(null, null, null, "'Open Sans', sans-serif", null, true))
                .withMessageContaining("digest.look.sans")
                .withMessageContaining("would fetch \"open sans\"");
    }

    @Test
    void aLogoStandsInThePlaceOfTheName(@TempDir Path directory) throws IOException {
        Look look = withLogo(directory, 400, 80);
        String html = framed(look);

        assertThat(html)
                .contains("src=\"https://digest.example.org/logo/"
                        + requireNonNull(look.logo()).hash() + ".png\"")
                .contains("alt=\"The New Grok Times\"", "width=\"200\"", "height=\"40\"");
    }

    @Test
    void aLogoThatIsTooLargeOrNoneIsRefused(@TempDir Path directory) throws IOException {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> withLogo(directory, 2000, 80))
                .withMessageContaining("it is 2000×80 pixels; at most 1104×400 are taken.");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(null, null, null, null, directory.resolve("none.png"), true))
                .withMessageContaining("digest.look.logo", "there is no such file");
        Path text = Files.writeString(directory.resolve("logo.png"), "<svg onload='alert(1)'/>");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(null, null, null, null, text, true))
                .withMessageContaining("it is no PNG picture");
    }

    @Test
    void aLogoIsNotDecodedBeforeItsSizeIsKnown(@TempDir Path directory) throws IOException {
        withLogo(directory, 1, 1);
        byte[] png = Files.readAllBytes(directory.resolve("logo-1.png"));
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        assertRefused(Files.write(directory.resolve("huge.png"), png), "it is 60000×60000 pixels");
        png[0] = 'x';
        assertRefused(Files.write(directory.resolve("none.png"), png), "it is no PNG picture");
    }

    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void aLogoThatIsAPipeIsNotWaitedFor(@TempDir Path directory) throws InterruptedException {
        assertRefused(Pipes.at(directory.resolve("logo.png")), "it is no regular file");
    }

    private static void assertRefused(Path logo, String why) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(null, null, null, null, logo, true))
                .withMessageContaining(why);
    }

    @Test
    void thePreheaderCanBeLeftOut() {
        assertThat(framed(new LookSettings(null, null, null, null, null, true).look()))
                .contains("Beside the subject");
        assertThat(framed(new LookSettings(null, null, null, null, null, false).look()))
                .doesNotContain("Beside the subject");
    }

    private static String framed(Look look) {
        SortedMap<String, String> files = new TreeMap<>(
                Map.of(
                        "note/subject.ftl", "A note",
                        "note/text.ftl", "A note",
                        "note/html.mjml.ftlh",
                                "<#import '/frame.ftlh' as frame>"
                                        + "<@frame.mail title='x' preheader='Beside the subject'><@frame.masthead /></@frame.mail>"));
        return new TemplateSet(new OwnFiles(files), new CommonModel(PUBLICATION, new Words(), look))
                .render("note", Map.of(), Locale.ENGLISH)
                .html();
    }

    private static Look withLogo(Path directory, int width, int height) throws IOException {
        Path file = directory.resolve("logo-%d.png".formatted(width));
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
        return new LookSettings(null, null, null, null, file, true).look();
    }

    private static Palette linksIn(@Nullable String colour) {
        return new Palette(null, null, null, null, colour, null, null, null, null, null, null, null);
    }
}
