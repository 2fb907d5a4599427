package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.platform.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailTemplatesTest {

    @TempDir
    private Path directory;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void aMailOfEachPart() throws IOException {
        write("note/subject.ftl", "About ${what}");
        write("note/text.ftl", "Dear reader,\n${what} of ${publication.name}.");
        write("note/html.mjml.ftlh", mjml("<p>${what} of ${publication.name}, ${12345}</p>"));
    }

    @Test
    void aModelBecomesSubjectTextAndHtml() {
        RenderedMail mail = render("a walk");

        assertThat(mail.subject()).isEqualTo("About a walk");
        assertThat(mail.text()).isEqualTo("Dear reader,\na walk of The New Grok Times.\n");
        assertThat(mail.html())
                .contains("<p>a walk of The New Grok Times, 12345</p>")
                .contains("lang=\"en\"");
    }

    @Test
    void whatIsTypedIsShownAsTyped() {
        RenderedMail mail = render("<b>${7*7}</b> & </mj-text>");

        assertThat(mail.html()).contains("&lt;b&gt;${7*7}&lt;/b&gt; &amp; &lt;/mj-text&gt; of");
        assertThat(mail.text()).contains("<b>${7*7}</b> & </mj-text> of");
    }

    @Test
    void aMessageIsEscapedButForTheMarkupInIt() throws IOException {
        write(
                "note/html.mjml.ftlh",
                mjml("<#assign b><b>${what}</b></#assign><p>${msg('mail.footer.why', b, '<today>')}</p>"));

        assertThat(render("x & y").html())
                .contains("You get this because <b>x &amp; y</b> signed up for the weekly digest on &lt;today&gt; and");
    }

    @Test
    void aBrokenTemplateIsToldWithFileAndLine() throws IOException {
        write("note/text.ftl", "Dear reader,\n\n${nobody.name}");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> render("a walk"))
                .withMessageContaining("note/text.ftl, line 3")
                .withMessageContaining("nobody");
    }

    @Test
    void aMessageThatIsNotThereIsNamed() throws IOException {
        write("note/text.ftl", "${msg('mail.nothing')}");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> render("a walk"))
                .withMessageContaining("mail.nothing");
    }

    @Test
    void aSubjectOfTwoLinesIsRefused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> render("a walk\nBcc: everyone"))
                .withMessageContaining("one line");
    }

    @Test
    void aTemplateCannotReachForClasses() throws IOException {
        write("note/text.ftl", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> render("a walk"));
    }

    @Test
    void aTagThatMjmlWouldPassOverIsRefused() throws IOException {
        write("note/html.mjml.ftlh", mjml("<p>x</p></mj-text><mj-txt>y</mj-txt><mj-text>"));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> render("a walk"))
                .withMessageContaining("note/html.mjml.ftlh, line 1")
                .withMessageContaining("<mj-txt>");
    }

    @Test
    void aTagThatIsLeftOpenIsRefused() throws IOException {
        write("note/html.mjml.ftlh", mjml("<p>x</p>").replace("</mj-column>", ""));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> render("a walk"))
                .withMessageContaining("</mj-section> closes what is not open");
    }

    @Test
    void aFontFromElsewhereIsRefused() throws IOException {
        write("note/html.mjml.ftlh", mjml("x").replace("<mj-text>", "<mj-text font-family=\"Roboto\">"));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> render("a walk"))
                .withMessageContaining("loads nothing from elsewhere");
    }

    @Test
    void everyRunIsCountedByItsName() {
        render("a walk");
        render("a swim");

        assertThat(meters.counter("digest.template.runs", "template", "note").count())
                .isEqualTo(2);
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsEnglish() {
        RenderedMail mail = templates().render("note", Map.of("what", "x"), Locale.forLanguageTag("tlh"));

        assertThat(mail.html()).contains("lang=\"en\"").doesNotContain("tlh");
    }

    @Test
    void theHashFollowsTheFilesOfTheMail() throws IOException {
        String before = templates().hash("note");
        write("note/text.ftl", "Another text");

        assertThat(templates().hash("note")).isNotEqualTo(before).hasSize(64);
    }

    private RenderedMail render(String what) {
        return templates().render("note", Map.of("what", what), Locale.ENGLISH);
    }

    private MailTemplates templates() {
        return JarTemplates.mail(directory, List.of(), meters);
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String mjml(String text) {
        return """
                <mjml><mj-head><mj-attributes><mj-all font-family="Georgia, serif" /></mj-attributes></mj-head>\
                <mj-body><mj-section><mj-column><mj-text>%s</mj-text></mj-column></mj-section></mj-body></mjml>
                """.formatted(text);
    }
}
