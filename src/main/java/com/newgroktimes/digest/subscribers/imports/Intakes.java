package com.newgroktimes.digest.subscribers.imports;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.ImportReport;
import com.newgroktimes.digest.subscribers.LegacyKeys;
import com.newgroktimes.digest.subscribers.PastImport;

/** The two ways in which a file is read: for good, and to see what would come of it. */
@Component
public class Intakes {

    private static final Logger log = LoggerFactory.getLogger(Intakes.class);

    private final RowReader rows;
    private final EntryTable table;
    private final LegacyKeys legacy;
    private final ImportLog imports;
    private final TransactionOperations transaction;
    private final DataSource dataSource;
    private final Clock clock;

    Intakes(
            RowReader rows,
            EntryTable table,
            LegacyKeys legacy,
            ImportLog imports,
            TransactionOperations transaction,
            DataSource dataSource,
            Clock clock) {
        this.rows = rows;
        this.table = table;
        this.legacy = legacy;
        this.imports = imports;
        this.transaction = transaction;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public static List<String> profiles() {
        return Arrays.stream(Dialect.values()).map(Dialect::toString).toList();
    }

    public List<PastImport> latest(int most) {
        return imports.latest(most);
    }

    /** @param profile the system that the list comes from; empty: to be recognised by its first line */
    public ImportReport take(InputStream csv, String by, String profile) {
        Optional<Dialect> dialect = Dialect.named(profile);
        long number = imports.begin(by);
        MessageDigest sha256 = sha256();
        Intake intake =
                new Intake(rows, new LastingEntries(table, legacy, imports, transaction, number, by, clock.instant()));
        try {
            intake.take(new CsvLines(new DigestInputStream(csv, sha256), dialect));
        } catch (BrokenFile broken) {
            throw broken.asProblem(standing(intake.report()));
        } catch (DataAccessException | TransactionException e) {
            throw databaseAway(intake.report(), e);
        } finally {
            log.info("Import {} by {}: {}", number, by, words(intake.report()));
        }
        ImportReport report = intake.report();
        imports.end(
                number,
                report.leftOut().size() + report.notListed(),
                HexFormat.of().formatHex(sha256.digest()));
        return report.under(number);
    }

    public ImportReport rehearse(InputStream csv, String profile) {
        Optional<Dialect> dialect = Dialect.named(profile);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Rehearsal rehearsal = new Rehearsal(table, connection)) {
            Intake intake = new Intake(rows, rehearsal);
            intake.take(new CsvLines(csv, dialect));
            return intake.report();
        } catch (BrokenFile broken) {
            throw broken.asProblem("Nothing was changed: this was a dry run.");
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static String standing(ImportReport report) {
        return report.read() == 0
                ? "Nothing was taken."
                : "The lines before it were taken (%s). Send the whole file again: what is here already stays as it is."
                        .formatted(words(report));
    }

    private static String words(ImportReport report) {
        return "%,d read, %,d added, %,d changed".formatted(report.read(), report.added(), report.changed());
    }

    private static Problem databaseAway(ImportReport report, RuntimeException e) {
        log.warn("An import broke off", e);
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                "The database did not take the file",
                "%s %s"
                        .formatted(
                                DatabaseTrouble.behind(e)
                                        .map(DatabaseTrouble::sentence)
                                        .orElse("The database did not take it all."),
                                standing(report)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
