package com.newgroktimes.digest.operator.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.Fit;
import com.newgroktimes.digest.mail.dkim.KeyPlace;
import com.newgroktimes.digest.mail.dkim.KeyRing;
import com.newgroktimes.digest.mail.dkim.PublishedKey;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.testing.NameServer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DkimKeyCommandTest {

    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"rsa, 0", "ed25519, 1"})
    void whatItPrintsIsWhatReceiversLookFor(String algorithm, int number) throws Exception {
        Path file = directory.resolve("key.pem");

        assertThat(run("--selector=s1", "--domain", "News.example", "--algorithm=" + algorithm, "--out=" + file))
                .isZero();

        assertThat(out.toString(UTF_8)).startsWith("s1._domainkey.news.example. IN TXT ( \"v=DKIM1; k=" + algorithm);
        List<String> strings = STRING.matcher(out.toString(UTF_8))
                .results()
                .map(string -> string.group(1))
                .toList();
        assertThat(strings).allMatch(string -> string.length() <= 255);
        assertThat(err.toString(UTF_8))
                .contains(
                        String.join("", strings), "digest.dkim.keys[%d].selector=s1".formatted(number), file.toString())
                .doesNotContain("PRIVATE KEY");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(fit(file, strings)).containsExactly(Fit.FITS);
    }

    private static List<Fit> fit(Path file, List<String> strings) throws Exception {
        try (NameServer names = new NameServer().texts("s1._domainkey.news.example", strings);
                Dkim dkim = Dkim.on(
                        "news.example",
                        new KeyRing(List.of(new KeyPlace("s1", file))),
                        Resolver.of(names.hostAndPort()),
                        Clock.systemUTC())) {
            dkim.ask();
            return dkim.published().stream().map(PublishedKey::fit).toList();
        }
    }

    @Test
    void neverWritesOverAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("key.pem"), "another key");

        assertThat(run("--selector=s1", "--domain=news.example", "--out=" + file))
                .isEqualTo(5);

        assertThat(file).hasContent("another key");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8)).contains("is there already");
    }

    /** A slip in it would lead to where nobody looks for a key. */
    @Test
    void makesNoDirectoryForTheKey() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "of another kind");

        for (Path elsewhere : List.of(directory.resolve("keys/s1.pem"), file.resolve("s1.pem"))) {
            assertThat(run("--selector=s1", "--domain=news.example", "--out=" + elsewhere))
                    .isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains("There is no directory " + elsewhere.getParent() + ".");
        }

        assertThat(run("--selector=s1", "--domain=news.example", "--out=" + directory))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--out=" + directory + " is a directory. Name a file in it.");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "News.example, news.example",
        "example.co.uk, example.co.uk",
        "github.io, github.io",
    })
    void theDomainIsWrittenAsTheDnsHasIt(String given, String written) {
        assertThat(run(
                        "--selector=s1",
                        "--domain=" + given,
                        "--algorithm=ed25519",
                        "--out=" + directory.resolve("key.pem")))
                .isZero();

        assertThat(out.toString(UTF_8)).startsWith("s1._domainkey." + written + ". IN TXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "CO.UK", "com.au", "公司.cn"})
    void aDomainBelowWhichAnybodyMayHaveANameGetsNoKey(String domain) {
        assertThat(run("--selector=s1", "--domain=" + domain, "--out=" + directory.resolve("key.pem")))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8)).startsWith("Anybody may register a name below " + domain + ",");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--selector=s1",
                "--domain=news.example",
                "--selector=s1 --domain",
                "--selector=s_1 --domain=news.example",
                "--selector=s1 --domain=com",
                "--selector=s1 --domain=news_paper.example",
                "--selector=s1 --domain=news.example --bits=1024",
                "--selector=s1 --domain=news.example --algorithm=dsa",
                "--selector=s1 --domain=news.example --passphrase=secret",
            })
    void saysHowItIsUsed(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("java -jar digest.jar dkim-key --selector=s2026");
        assertThat(out.size()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void helpIsAResult() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("--algorithm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "serve --help", "--server.port=8090 --help"})
    void askedForHelpItStartsNothing(String arguments) {
        CommandLine command = CommandLine.read(arguments.split(" "));

        assertThat(command.isTheService()).isFalse();
        assertThat(command.run(new PrintStream(out, true, UTF_8), new PrintStream(err)))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("serve", "dkim-key", "dkim-record", "application.yml");
    }

    @Test
    void withoutACommandItIsTheService() {
        assertThat(CommandLine.read().isTheService()).isTrue();
        assertThat(CommandLine.read("--server.port=8090").arguments()).containsExactly("--server.port=8090");
        assertThat(CommandLine.read("serve", "--server.port=8090").arguments()).containsExactly("--server.port=8090");
        assertThat(CommandLine.read("serve").isTheService()).isTrue();
    }

    @Test
    void aCommandThatThereIsNotIsNamed() {
        CommandLine command = CommandLine.read("dkimkey");

        assertThat(command.isTheService()).isFalse();
        assertThat(command.run(new PrintStream(out), new PrintStream(err))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("no command dkimkey", "serve, dkim-key, dkim-record");
    }

    private int run(String... options) {
        var all = new ArrayList<>(List.of("dkim-key"));
        all.addAll(List.of(options));
        return CommandLine.read(all.toArray(String[]::new)).run(new PrintStream(out), new PrintStream(err));
    }
}
