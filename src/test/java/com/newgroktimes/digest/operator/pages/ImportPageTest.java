package com.newgroktimes.digest.operator.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.DataDirectory;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DigestTest
class ImportPageTest {

    private static final String PAGE = "/console/readers/import";
    private static final String LOOK = "Look, and change nothing";
    private static final String LIST = "email\r\nada@example.org\r\nnobody\r\n'=ben@example.org\r\n";

    private static final String GHOST_LIST = """
            id,email,note,subscribed_to_emails,complimentary_plan,<i>tiers</i>\r
            1,ada@example.org,<b>a note</b>,true,false,\r
            """;

    @Autowired
    private Readers readers;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private DataDirectory data;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void signIn() {
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        browser.open(PAGE);
    }

    @Test
    void firstItIsToldWhatWouldComeOfItAndThenTheSameFileIsTaken() throws IOException {
        Document looked = upload(LOOK, LIST);

        assertThat(looked.select(".told").text())
                .startsWith(
                        "One row of 3 would be left out. New: 2. Changed: 0. As before: 0. Read as a list with: our own columns.");
        assertThat(looked.select("form[action$=/take]").text())
                .contains(
                        "Of these, nobody is on the list, 2 wait for a confirmation, nobody has left, and nobody must not be mailed.");
        assertThat(looked.select("tbody").text()).contains("3 An address has a name, an @ and a domain");
        assertThat(readers.knows("ada@example.org")).isFalse();

        Document taken = upload("Take 2 readers", LIST);

        assertThat(taken.select(".told").text()).startsWith("The list is in. Left out: one row of 3. New: 2.");
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.PENDING);
        assertThat(readers.knows("=ben@example.org")).isTrue();
        assertThat(MailServer.received()).isEmpty();
        assertThat(taken.text()).contains("by ana", "Left out: 1.");
        assertThat(taken.select(".told a").attr("href")).isEqualTo("/console/readers/ask?import=1");
        assertThat(browser.open("/console/readers/ask?import=1").text()).contains("Ask these 2 people to confirm");
        assertThat(uploads()).isEmpty();
    }

    @Test
    void theSameFileOnceMoreChangesNothing() {
        upload(LOOK, LIST);
        upload("Take 2 readers", LIST);
        browser.open(PAGE);

        Document again = upload(LOOK, LIST);

        assertThat(again.select(".told").text()).contains("New: 0. Changed: 0. As before: 2.");
        assertThat(again.text()).contains("there is nothing to take");
        assertThat(again.select("form[action$=take]")).isEmpty();
    }

    @Test
    void anotherFileThanTheOneLookedAtIsRefusedWhole() {
        upload(LOOK, LIST);

        Document refused = upload("Take 2 readers", LIST + "eve@example.org\r\n");

        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(refused.select(".fault").text()).contains("That is another file", "Nothing was taken");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void theSystemItComesFromIsRecognisedAndShown() {
        Document looked = upload(LOOK, GHOST_LIST);

        assertThat(looked.select(".told").text()).contains("Read as a list with: Ghost.");
        assertThat(looked.select(".told").text())
                .contains("Nothing was read from these columns: id, note, complimentary_plan, <i>tiers</i>");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedInWords() {
        Document refused = browser.upload(LOOK, new byte[] {'e', 'm', 'a', 'i', 'l', '\n', (byte) 0xe9, '\n'});

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(refused.select(".fault").text()).contains("The file is not UTF-8", "Nothing was changed");
    }

    @Test
    void withoutAFileOrWithAnEmptyOneItSaysWhatIsMissing() {
        assertThat(upload(LOOK, "").select(".fault").text()).contains("The file is empty.");
    }

    @Test
    void aFormWithoutItsTokenIsReadNoFurther() {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nguessed\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + LIST
                + "\r\n--edge--\r\n";

        browser.submit(PAGE + "/take", BodyPublishers.ofString(body), "multipart/form-data; boundary=edge");
        assertThat(browser.last().statusCode()).isEqualTo(403);
        browser.submit(PAGE + "/take", BodyPublishers.ofString("no parts"), "multipart/form-data");
        assertThat(browser.last().statusCode()).isEqualTo(403);
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void aFileThatNeverEndsIsRefusedAndLeavesNothing() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> HeldFile.of(endless, data.root(), 1_000_000))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
        assertThat(uploads()).isEmpty();
    }

    @Test
    void aFileThatSaysItIsTooLargeIsRefusedBeforeItCame() throws IOException {
        String begun = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + browser.page().select("input[name=_csrf]").val()
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + LIST;
        String head = String.join(
                "\r\n",
                "POST " + PAGE + " HTTP/1.1",
                "Host: localhost",
                "Cookie: " + browser.cookie(),
                "Content-Type: multipart/form-data; boundary=edge",
                "Content-Length: 2147483648",
                "",
                begun);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));

            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            byte[] piece = new byte[64 * 1024];
            assertThat(answer).isEqualTo("HTTP/1.1 413");
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < 1_000; sent++) {
                            socket.getOutputStream().write(piece);
                        }
                    })
                    .as("whoever goes on all the same finds nobody who listens")
                    .isInstanceOf(IOException.class);
        }
        assertThat(uploads()).isEmpty();
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void twoWhoTakeTheSameListAtOnceBringEachReaderOnce() {
        String list = IntStream.range(0, 3_000)
                .mapToObj("reader%d@list.example\r\n"::formatted)
                .collect(Collectors.joining("", "email\r\n", ""));
        ConsoleBrowser other = ConsoleBrowser.signedIn(port, signInLinks.issue("ben"));
        other.open(PAGE);
        List<CompletableFuture<Integer>> taken = Stream.of(browser, other)
                .map(operator -> CompletableFuture.supplyAsync(() -> {
                    operator.upload(LOOK, list.getBytes(StandardCharsets.UTF_8));
                    Document page = operator.upload("Take 3,000 readers", list.getBytes(StandardCharsets.UTF_8));
                    return added(page.select(".told").text());
                }))
                .toList();

        assertThat(taken.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(3_000);
        assertThat(database.sql("select count(*) from subscriber")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3_000);
    }

    /** Who looked at it before somebody else took it may still take it. */
    @Test
    void whatAnotherTookMeanwhileIsTakenOnce() {
        ConsoleBrowser other = ConsoleBrowser.signedIn(port, signInLinks.issue("ben"));
        other.open(PAGE);
        other.upload(LOOK, LIST.getBytes(StandardCharsets.UTF_8));
        upload(LOOK, LIST);
        upload("Take 2 readers", LIST);

        Document again = other.upload("Take 2 readers", LIST.getBytes(StandardCharsets.UTF_8));

        assertThat(again.select(".told").text()).contains("New: 0. Changed: 0. As before: 2.");
    }

    @Test
    void whereTheDiskTakesNoFileItSaysWhatToDo() {
        InputStream sent = new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> HeldFile.of(sent, data.root().resolve("no-such-directory")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
                    assertThat(problem.detail()).contains("no-such-directory", "Nothing was taken.", "Make room there");
                });
    }

    private static int added(String told) {
        Matcher added = Pattern.compile("New: ([0-9,]+)").matcher(told);
        assertThat(added.find()).as(told).isTrue();
        return Integer.parseInt(added.group(1).replace(",", ""));
    }

    private Document upload(String button, String csv) {
        return browser.upload(button, csv.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> files = Files.list(data.root())) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload"))
                    .toList();
        }
    }
}
