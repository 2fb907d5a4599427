package com.newgroktimes.digest.operator.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

import com.newgroktimes.digest.mail.SigningSettings;
import com.newgroktimes.digest.mail.dkim.KeyPlace;
import com.newgroktimes.digest.mail.dkim.KeyRecord;
import com.newgroktimes.digest.mail.dkim.UnusableKey;
import com.newgroktimes.digest.platform.StartRefused;

/** Prints the record that the DNS must have for a key, for whoever has not kept what was printed when it was made. */
final class DkimRecordCommand {

    private static final String USAGE = """
            Prints the record to publish for a DKIM key that there is.
              java -jar digest.jar dkim-record --key=s2026.pem --selector=s2026 --domain=example.org
            --key        file of the private key
            --selector   the first part of the record's name
            --domain     the domain that mails come from
            Without any of them, for the keys of the service's settings in the environment (DIGEST_DKIM_KEYS_0_SELECTOR and so on, and
            DIGEST_MAIL_FROM)
            """;
    private static final Set<String> OPTIONS = Set.of("--key", "--selector", "--domain");

    private final Environment settings;
    private final PrintStream out;
    private final PrintStream err;

    DkimRecordCommand(Environment settings, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    Ended run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return Ended.DONE;
        }
        try {
            return arguments.isEmpty() ? ofTheSettings() : ofOne(Options.read(arguments, OPTIONS));
        } catch (Options.WrongUse e) {
            err.printf("%s%n%n%s", e.getMessage(), USAGE);
            return Ended.WRONG_USE;
        }
    }

    private Ended ofOne(Options options) throws Options.WrongUse {
        Path file = Path.of(options.need("--key"));
        return print(RecordName.read(options), file);
    }

    private Ended ofTheSettings() throws Options.WrongUse {
        SigningSettings signing;
        try {
            signing = SigningSettings.read(settings);
        } catch (RuntimeException e) {
            throw new Options.WrongUse(wrong(e));
        }
        if (signing.keys().isEmpty()) {
            throw missing("no key (digest.dkim.keys)");
        }
        if (signing.domain().isEmpty()) {
            throw missing("no sender (digest.mail.from)");
        }
        Ended ended = Ended.DONE;
        for (KeyPlace key : signing.keys()) {
            ended = print(new RecordName(key.selector(), signing.domain()), key.file());
        }
        return ended;
    }

    private static Options.WrongUse missing(String what) {
        return new Options.WrongUse(
                "The environment names %s: set it, or give --key, --selector and --domain.".formatted(what));
    }

    private static String wrong(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused.getMessage() + "\n" + refused.remedy();
            }
        }
        return "The settings cannot be read: "
                + NestedExceptionUtils.getMostSpecificCause(e).getMessage();
    }

    private Ended print(RecordName name, Path file) {
        try {
            name.print(KeyRecord.of(file), out, err);
            return Ended.DONE;
        } catch (UnusableKey e) {
            err.printf("The file %s %s%n", file, e.what());
            return Ended.UNEXPECTED;
        }
    }
}
