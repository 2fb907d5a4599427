package com.newgroktimes.digest.operator.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DkimRecordCommandTest {

    @TempDir
    private Path directory;

    private final MockEnvironment settings = new MockEnvironment();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ed25519"})
    void printsWhatWasPrintedWhenTheKeyWasMade(String algorithm) {
        String made = makes("s1", algorithm);

        assertThat(run("--key=" + file("s1"), "--selector=s1", "--domain=bücher.example"))
                .isEqualTo(Ended.DONE);

        assertThat(out.toString(UTF_8)).isEqualTo(made).contains("k=" + algorithm);
        assertThat(err.toString(UTF_8))
                .contains("name:  s1._domainkey.xn--bcher-kva.example")
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void printsTheRecordsOfAllKeysOfTheSettings() {
        String rsa = makes("s1", "rsa");
        String curve = makes("s2", "ed25519");
        settings.withProperty("digest.mail.from", "digest@bücher.example");
        isSet(0, "s1");
        isSet(1, "s2");

        assertThat(run()).isEqualTo(Ended.DONE);

        assertThat(out.toString(UTF_8)).isEqualTo(rsa + curve);
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws Exception {
        Files.writeString(file("s1"), "no key");

        assertThat(run("--key=" + file("s1"), "--selector=s1", "--domain=news.example"))
                .isEqualTo(Ended.UNEXPECTED);
        assertThat(err.toString(UTF_8)).startsWith("The file " + file("s1") + " is no key in PEM form");

        settings.withProperty("digest.mail.from", "digest@news.example");
        isSet(0, "s2");
        err.reset();
        assertThat(run()).isEqualTo(Ended.WRONG_USE);
        assertThat(err.toString(UTF_8)).contains("digest.dkim.keys[0].private-key is", "this file is not there");
        assertThat(out.size()).isZero();
    }

    @Test
    void saysHowItIsUsedWhereNoKeyIsNamed() {
        assertThat(run()).isEqualTo(Ended.WRONG_USE);
        assertThat(run("--key=s1.pem", "--selector=s1")).isEqualTo(Ended.WRONG_USE);
        assertThat(err.toString(UTF_8))
                .contains(
                        "names no key (digest.dkim.keys)",
                        "give --key, --selector and --domain",
                        "The option --domain is needed.")
                .contains("java -jar digest.jar dkim-record --key=s2026.pem");
        assertThat(out.size()).isZero();
    }

    @Test
    void aSenderThatIsMissingIsNamed() {
        makes("s1", "ed25519");
        isSet(0, "s1");

        assertThat(run()).isEqualTo(Ended.WRONG_USE);
        assertThat(err.toString(UTF_8)).contains("The environment names no sender (digest.mail.from)");
    }

    private void isSet(int number, String selector) {
        settings.withProperty("digest.dkim.keys[%d].selector".formatted(number), selector)
                .withProperty(
                        "digest.dkim.keys[%d].private-key".formatted(number),
                        file(selector).toString());
    }

    private Path file(String selector) {
        return directory.resolve(selector + ".pem");
    }

    /** Returns what was printed. */
    private String makes(String selector, String algorithm) {
        var printed = new ByteArrayOutputStream();
        List<String> options = List.of(
                "--selector=" + selector,
                "--domain=bücher.example",
                "--algorithm=" + algorithm,
                "--out=" + file(selector));
        assertThat(new DkimKeyCommand(new PrintStream(printed, true, UTF_8), new PrintStream(err, true, UTF_8))
                        .run(options))
                .isEqualTo(Ended.DONE);
        return printed.toString(UTF_8);
    }

    private Ended run(String... options) {
        return new DkimRecordCommand(settings, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(List.of(options));
    }
}
