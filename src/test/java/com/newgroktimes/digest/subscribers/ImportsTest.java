package com.newgroktimes.digest.subscribers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.ImportReport.LeftOut;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DigestTest
class ImportsTest {

    private static final String CONFIRMED =
            "CONFIRMED,2024-03-01T09:30:00Z,\"Form on the front page, 203.0.113.7\"\r\n";

    @Autowired
    private Imports imports;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private AddressChangeTable changes;

    @Autowired
    private Register register;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Test
    void whoConfirmedElsewhereAndHowWeKnowComesOntoTheList() {
        ImportReport report = take("email,state,confirmed_at,evidence\r\nada@example.org," + CONFIRMED);

        assertCounts(report, 1, 1, 0, 0);
        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.onTheList()).isTrue();
        assertThat(ada.confirmedAt()).isEqualTo(Instant.parse("2024-03-01T09:30:00Z"));
        assertThat(mailable()).containsExactly("ada@example.org");
        assertThat(subscribers.evidence(ada.id()))
                .containsExactly(new Evidence(
                        SettableClock.START,
                        "imported: line 2 CONFIRMED since 2024-03-01T09:30:00Z, by: Form on the front page, 203.0.113.0/24",
                        "import 1 by ada",
                        ""));
    }

    @Test
    void nobodyIsMailed() {
        take("email,state,confirmed_at,evidence\nada@example.org," + CONFIRMED + "eve@example.org,,,\n");

        assertThat(database.sql("select count(*) from scheduled_tasks where task_name = 'letter'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(MailServer.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "2024-03-01,''", "'',By letter"})
    void whoIsSaidToHaveConfirmedWithoutProofWaits(String confirmedAt, String evidence) {
        ImportReport report = take(
                "email,state,confirmed_at,evidence\nada@example.org,CONFIRMED," + confirmedAt + "," + evidence + "\n");

        assertThat(report.unproven()).isEqualTo(1);
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.PENDING);
        assertThat(readers.acts(readers.find("ada@example.org")).get(0))
                .startsWith("imported: line 2 PENDING, said CONFIRMED without proof");
    }

    @Test
    void whoOfNothingIsSaidWaits() {
        assertCounts(take("email\nada@example.org\n"), 1, 1, 0, 0);

        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.state()).isEqualTo(SubscriberState.PENDING);
        assertThat(ada.locale()).isEqualTo("en");
        assertThat(ada.source()).isEqualTo("import");
    }

    @Test
    void whoLeftElsewhereHasLeftHere() {
        take("email,state\nada@example.org,unsubscribed\n");

        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void whoMustNotBeMailedIsNot() {
        take("""
                email,state,confirmed_at,evidence,suppressed_reason,suppressed_at
                ada@example.org,CONFIRMED,2024-03-01,By letter,COMPLAINT,2024-05-01T10:00:00+02:00
                """);

        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.suppressed()).isEqualTo(Suppression.COMPLAINT);
        assertThat(ada.suppressedAt()).isEqualTo(Instant.parse("2024-05-01T08:00:00Z"));
        assertThat(mailable()).isEmpty();
    }

    @Test
    void theStrictestStateWinsWhicheverFileComesFirst() {
        List<String> files = List.of(
                "email,state,confirmed_at,evidence\nada@example.org," + CONFIRMED,
                "email,state\nada@example.org,PENDING\n",
                "email,state\nada@example.org,UNSUBSCRIBED\n");
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            for (int file : order) {
                take(files.get(file).replace("ada", "ada" + order[0] + order[1]));
            }
            assertThat(readers.find("ada" + order[0] + order[1] + "@example.org")
                            .state())
                    .isEqualTo(SubscriberState.UNSUBSCRIBED);
        }
    }

    @Test
    void aFileTakesBackWhatOnlyAFileSaid() {
        String confirmed = "email,state,confirmed_at,evidence\nada@example.org," + CONFIRMED;
        String pending = "email,state\nada@example.org,PENDING\n";

        take(confirmed);
        assertCounts(take(pending), 1, 0, 1, 0);
        assertCounts(take(confirmed), 1, 0, 0, 1);

        assertThat(mailable()).isEmpty();
        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.confirmedAt()).isNull();
        assertThat(readers.acts(ada)).endsWith("imported: line 2 PENDING");
    }

    @Test
    void aFileThatKnowsNothingOfAConfirmationHereDoesNotUndoIt() {
        Subscriber ada = readers.confirmed("ada@example.org");

        assertCounts(take("email,locale\nada@example.org,fr\n"), 1, 0, 0, 1);

        assertThat(readers.find("ada@example.org")).isEqualTo(ada);
    }

    @Test
    void whoLeftHereIsNotBroughtBack() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.leave(ada.id(), "test");

        assertCounts(take("email,state,confirmed_at,evidence\nada@example.org," + CONFIRMED), 1, 0, 0, 1);

        assertThat(mailable()).isEmpty();
    }

    @Test
    void nobodyWhoMustNotBeMailedIsRevived() {
        for (Suppression reason : Suppression.values()) {
            Subscriber ada = readers.confirmed("ada@example.org");
            subscribers.suppress(ada.id(), reason, "test");

            take("email,state,confirmed_at,evidence\nada@example.org," + CONFIRMED);

            assertThat(mailable()).isEmpty();
            assertThat(readers.find("ada@example.org").suppressed()).isEqualTo(reason);
        }
    }

    @Test
    void aStricterReasonReplacesAMilderInAnyOrder() {
        String bounced = "email,suppressed_reason,suppressed_at\n%s,HARD_BOUNCE,2024-02-01\n";
        String complained = "email,suppressed_reason,suppressed_at\n%s,COMPLAINT,2024-01-01\n";

        take(bounced.formatted("ada@example.org"));
        assertCounts(take(complained.formatted("ada@example.org")), 1, 0, 1, 0);
        take(complained.formatted("ben@example.org"));
        assertCounts(take(bounced.formatted("ben@example.org")), 1, 0, 0, 1);

        for (String reader : List.of("ada@example.org", "ben@example.org")) {
            assertThat(readers.find(reader).suppressed()).isEqualTo(Suppression.COMPLAINT);
            assertThat(readers.find(reader).suppressedAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        }
    }

    @Test
    void anotherCaseOfAnAddressThatMustNotBeMailedIsRefused() {
        subscribers.suppress(readers.confirmed("ada@example.org").id(), Suppression.COMPLAINT, "test");

        ImportReport report = take(
                "email,state,confirmed_at,evidence\nAda@example.org," + CONFIRMED + "Eve@EXAMPLE.org," + CONFIRMED);

        assertCounts(report, 2, 1, 0, 0);
        assertThat(report.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.line()).isEqualTo(2);
            assertThat(left.reason()).contains("upper and lower case");
        });
        assertThat(readers.knows("Ada@example.org")).isFalse();
        assertThat(readers.knows("Eve@example.org")).isTrue();
    }

    @Test
    void anotherCaseIsRefusedWithinOneFileToo() {
        ImportReport report = take("""
                email,suppressed_reason
                ada@example.org,COMPLAINT
                ADA@example.org,
                Ada@example.org,OPERATOR
                """);

        assertCounts(report, 3, 2, 0, 0);
        assertThat(report.leftOut()).extracting(LeftOut::line).containsExactly(3L);
    }

    @Test
    void aTwinCountsAsUnchangedAndTheStrictestHolds() {
        String file = "email,state,confirmed_at,evidence\nada@example.org," + CONFIRMED
                + "ada@EXAMPLE.org,UNSUBSCRIBED,,\n\"\"\"ada\"\"@example.org\"," + CONFIRMED;

        assertCounts(imports.rehearse(bytes(file)), 3, 1, 0, 2);
        assertCounts(take(file), 3, 1, 0, 2);

        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(readers.acts(ada)).singleElement().asString().contains("line 2 CONFIRMED", "line 3 UNSUBSCRIBED");
    }

    @Test
    void twinsFarApartCountAsUnchangedToo() {
        readers.confirmed("ben@example.org");
        String file = "email,state\nada@example.org,\nben@example.org,\n" + many(5_000)
                + "ada@example.org,UNSUBSCRIBED\nben@example.org,UNSUBSCRIBED\nben@example.org,UNSUBSCRIBED\n";

        assertCounts(imports.rehearse(bytes(file)), 5_005, 5_001, 1, 3);
        assertCounts(take(file), 5_005, 5_001, 1, 3);

        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(readers.find("ben@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String file = """
                email,state,confirmed_at,evidence,locale,sections,source,suppressed_reason,suppressed_at
                ada@example.org,CONFIRMED,2024-03-01,By letter,pt_BR,World; Technology,footer,,
                ben@example.org,UNSUBSCRIBED,,,,,,,
                eve@example.org,,,,,,,HARD_BOUNCE,
                """;
        assertCounts(take(file), 3, 3, 0, 0);
        List<Subscriber> before = all();
        clock.advance(Duration.ofDays(2));

        assertCounts(take(file), 3, 0, 0, 3);

        assertThat(all()).isEqualTo(before);
        assertThat(readers.acts(readers.find("ada@example.org"))).hasSize(1);
    }

    @Test
    void preferencesComeAlongAndStayAsTheirReaderSetThem() {
        take("email,locale,sections,source\nada@example.org,PT_br,World; Technology;World,elsewhere\n");

        Subscriber ada = readers.find("ada@example.org");
        assertThat(ada.locale()).isEqualTo("pt-BR");
        assertThat(ada.sections()).containsExactly("Technology", "World");
        assertThat(ada.source()).isEqualTo("other");

        assertCounts(take("email,locale,sections,source\nada@example.org,de,,import\n"), 1, 0, 0, 1);
        assertThat(readers.find("ada@example.org")).isEqualTo(ada);
    }

    @Test
    void aRehearsalCountsTheSameAndChangesNothing() {
        Subscriber ben = readers.confirmed("ben@example.org");
        String file = """
                email,state,suppressed_reason
                ada@example.org,,
                ben@example.org,UNSUBSCRIBED,
                nobody,,
                ada@example.org,,
                Ada@example.org,,COMPLAINT
                aDA@example.org,,
                """;

        ImportReport rehearsed = imports.rehearse(bytes(file));

        assertThat(all()).containsExactly(ben);
        assertThat(subscribers.evidence(ben.id()))
                .noneMatch(evidence -> evidence.what().startsWith("imported"));
        assertThat(imports.rehearse(bytes(file))).isEqualTo(rehearsed);
        assertThat(take(file)).isEqualTo(rehearsed.under(1L));
        assertCounts(rehearsed, 6, 2, 1, 1);
    }

    @Test
    void aLineThatSaysWhatCannotBeKeptCostsThatLineOnly() {
        ImportReport report = take("""
                email,state,confirmed_at,locale,suppressed_reason,suppressed_at
                ada@example.org,,,,,

                nobody,,,,,
                mailto:ada@example.org,,,,,
                a1@example.org,CLEANED,,,,
                a2@example.org,CONFIRMED,yesterday,,,
                a3@example.org,CONFIRMED,2999-01-01,,,
                a4@example.org,CONFIRMED,0000-01-01,,,
                a5@example.org,,,../etc,,
                a6@example.org,,,,SPAM,
                a7@example.org,,,,,2024-01-01
                a8@example.org,,
                a9@example.org,,,,,,,
                a0@example.org\0,,,,,
                ben@example.org,,,,,
                """);

        assertCounts(report, 14, 2, 0, 0);
        assertThat(report.leftOut())
                .extracting(LeftOut::line)
                .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
        assertThat(report.leftOut())
                .extracting(LeftOut::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("@ is missing"),
                        reason -> assertThat(reason).contains("Perhaps it is ada@example.org."),
                        reason -> assertThat(reason)
                                .isEqualTo("state holds \"CLEANED\". Possible: PENDING, CONFIRMED, UNSUBSCRIBED."),
                        reason -> assertThat(reason).contains("confirmed_at holds \"yesterday\", which is no date."),
                        reason -> assertThat(reason).isEqualTo("confirmed_at lies in the future."),
                        reason -> assertThat(reason).isEqualTo("confirmed_at lies before 1970."),
                        reason -> assertThat(reason).contains("no language tag"),
                        reason -> assertThat(reason).contains("HARD_BOUNCE, NOT_ME, COMPLAINT, OPERATOR, ERASED"),
                        reason -> assertThat(reason).contains("suppressed_reason not why"),
                        reason -> assertThat(reason)
                                .isEqualTo("This line has 3 cells, and the first line names 6 columns."),
                        reason -> assertThat(reason).contains("8 cells"),
                        reason -> assertThat(reason).contains("NUL"));
        assertThat(addresses()).containsExactly("ada@example.org", "ben@example.org");
    }

    @Test
    void moreLinesLeftOutThanAnAnswerHoldsAreCounted() {
        ImportReport report = take("email\n" + "nobody\n".repeat(1_200));

        assertThat(report.read()).isEqualTo(1_200);
        assertThat(report.leftOut()).hasSize(1_000);
        assertThat(report.notListed()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=ada@example.org,   =ada@example.org",
                "'=ada@example.org,  =ada@example.org",
                "''=ada@example.org, '=ada@example.org",
                "'ada@example.org,   'ada@example.org",
                "''ada@example.org,  'ada@example.org",
                "'+ada@example.org,  +ada@example.org",
                "'-ada@example.org,  -ada@example.org",
            })
    void aCellThatLooksLikeAFormulaComesBackAsItWas(String cell, String address) {
        take("email\n" + cell + "\n");

        assertThat(addresses()).containsExactly(address);
    }

    @Test
    void theMarkAtTheStartAndLineEndsOfEachKindAreRead() {
        take("\uFEFF\"Email\",State\r\nada@example.org,UNSUBSCRIBED\r\n\"b\u00fc@b\u00fccher.example\",\r\n");
        take("email,evidence\rben@example.org,\"He said \"\"yes\"\"\rtwice\"\reve@example.org,");

        assertThat(addresses())
                .containsExactly(
                        "ada@example.org", "b\u00fc@xn--bcher-kva.example", "ben@example.org", "eve@example.org");
        assertThat(readers.acts(readers.find("ben@example.org")))
                .containsExactly("imported: line 2 PENDING, by: He said \"yes\"\rtwice");
        assertThat(readers.acts(readers.find("eve@example.org"))).containsExactly("imported: line 4 PENDING");
    }

    @Test
    void aFileThatCannotBeReadOnNamesTheLineAndKeepsWhatWasTaken() {
        Problem open = refused(bytes("email,evidence\nada@example.org,x\nben@example.org,\"open\neve@example.org,x\n"));

        assertThat(open.kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
        assertThat(open.properties()).containsEntry("line", 3L);
        assertThat(open.detail()).contains("line 3", "1 added");
        assertThat(addresses()).containsExactly("ada@example.org");

        assertThat(refused(bytes("email,evidence\nben@example.org,\"a\"b\n")).properties())
                .containsEntry("line", 2L);
        assertThat(refused(bytes("email,evidence\nben@example.org,\"" + "x".repeat(3_000_000) + "\n"))
                        .properties())
                .containsEntry("line", 2L);
    }

    @Test
    void whatIsNotUtf8IsNamedByItsLine() {
        byte[] latin1 = "email,evidence\nada@example.org,x\nben@example.org,gew\u00fcnscht\neve@example.org,x\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        Problem problem = refused(new ByteArrayInputStream(latin1));

        assertThat(problem.detail()).contains("line 3", "UTF-8", "1 added");
        assertThat(problem.properties()).containsEntry("line", 3L);
        assertThat(readers.knows("ben@example.org")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', The file is empty.",
        "'state\nPENDING\n', Line 1 names no column email.",
        "'email,name\nx,y\n', 'names the column \"name\"'",
        "'email;state\nx;y\n', 'with semicolons between them'",
        "'\"email\";\"state\"\nx;y\n', 'not by semicolons'",
        "'email,Email\nx,y\n', 'names the column email twice'",
    })
    void columnsThatCannotBeReadAreNamed(String file, String detail) {
        Problem problem = refused(bytes(file));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
        assertThat(problem.detail()).contains(detail).endsWith("Nothing was taken.");
    }

    @Test
    void eachImportIsOnRecordWithTheFileItRead() {
        take("email\nada@example.org\nnobody\n");
        refused(bytes("email,evidence\nada@example.org,x\nben@example.org,\"open\n"));

        assertThat(database.sql("""
                        select concat_ws(' ', operator, added, changed, unchanged, left_out, ended_at is not null, sha256)
                          from subscriber_import
                         order by number
                        """).query(String.class).list())
                .containsExactly(
                        "ada 1 0 0 1 t 00f1380eb21c68260a31013b998d6fe899c237b5e877b9b8c003bb8fe124d178",
                        "ada 0 0 1 0 f");
    }

    /** Of what became of them, nothing but the mark may be kept: a file that names them does not bring their address back. */
    @ParameterizedTest
    @CsvSource({"CONFIRMED", "PENDING", "UNSUBSCRIBED"})
    void noFileBringsBackWhoWasErased(String state) {
        subscribers.erase(readers.confirmed("Ada@example.org").id(), "ana");
        String file =
                "email,state,confirmed_at,evidence\nAda@example.org,%1$s,2024-03-01,By letter\nada@EXAMPLE.org,%1$s,,\neve@example.org,,,\n"
                        .formatted(state);

        ImportReport rehearsed = imports.rehearse(bytes(file));
        ImportReport report = take(file);

        assertThat(report).isEqualTo(rehearsed.under(1L));
        assertCounts(report, 3, 1, 0, 0);
        assertThat(report.leftOut()).extracting(ImportReport.LeftOut::line).containsExactly(2L, 3L);
        assertThat(report.leftOut())
                .extracting(ImportReport.LeftOut::reason)
                .allSatisfy(reason -> assertThat(reason).contains("had their data erased"));
        assertThat(readers.knows("Ada@example.org")).isFalse();
    }

    @Test
    void whoWasErasedElsewhereLeavesNoMoreThanAMark() {
        readers.confirmed("eve@example.org");
        String file = "email,state,suppressed_reason\nada@example.org,UNSUBSCRIBED,ERASED\neve@example.org,,ERASED\n";

        ImportReport report = take(file);
        ImportReport again = take(file);

        assertCounts(report, 2, 1, 1, 0);
        assertThat(again.leftOut()).hasSize(2);
        assertThat(readers.knows("ada@example.org")).isFalse();
        assertThat(readers.knows("eve@example.org")).isFalse();
        assertThat(subscribers.erased(EmailAddress.parse("eve@example.org"))).isPresent();
        assertThat(database.sql("select count(*) from evidence where what like '%ERASED%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoSignedUpAgainAfterwardsIsJudgedLikeAnybody() {
        subscribers.erase(readers.confirmed("ada@example.org").id(), "ana");
        readers.waiting("ada@example.org");

        take("email,state\nada@example.org,UNSUBSCRIBED\n");

        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    /** Whoever changes an address has that lock already, and waits for the row. */
    @Test
    void oneThatErasesHoldsNobodyWhileItWaitsForAChangeOfAddress() throws InterruptedException {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        Thread other = new Thread(() -> take("email,suppressed_reason\nada@example.org,ERASED\n"));

        transaction.executeWithoutResult(status -> {
            changes.lock();
            other.start();
            eventually(
                    "it waits for its turn",
                    () -> database.sql(
                                    "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                            .query(Boolean.class)
                            .single());
            assertThat(register.hold(ada.id())).isPresent();
        });
        other.join();

        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    private ImportReport take(String file) {
        return imports.take(bytes(file), "ada");
    }

    private Problem refused(ByteArrayInputStream file) {
        return catchThrowableOfType(Problem.class, () -> imports.take(file, "ada"));
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String many(int count) {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("reader").append(i).append("@example.org,\n");
        }
        return lines.toString();
    }

    private static void assertCounts(ImportReport report, long read, long added, long changed, long unchanged) {
        assertThat(report.read()).as("read").isEqualTo(read);
        assertThat(report.added()).as("added").isEqualTo(added);
        assertThat(report.changed()).as("changed").isEqualTo(changed);
        assertThat(report.unchanged()).as("unchanged").isEqualTo(unchanged);
        assertThat(report.standings().confirmed()
                        + report.standings().waiting()
                        + report.standings().left()
                        + report.standings().suppressed())
                .as("what they came to")
                .isEqualTo(added + changed);
        assertThat(report.added()
                        + report.changed()
                        + report.unchanged()
                        + report.leftOut().size())
                .as("every line")
                .isEqualTo(read);
    }

    private List<String> mailable() {
        return database.sql("select address from reader").query(String.class).list();
    }

    private List<String> addresses() {
        return database.sql("select address from subscriber order by id")
                .query(String.class)
                .list();
    }

    private List<Subscriber> all() {
        return database
                .sql("select id from subscriber order by address collate \"C\"")
                .query(Long.class)
                .list()
                .stream()
                .map(id -> subscribers.find(id).orElseThrow())
                .toList();
    }
}
