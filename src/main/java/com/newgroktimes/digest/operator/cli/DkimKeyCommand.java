package com.newgroktimes.digest.operator.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.NewKey;
import com.newgroktimes.digest.platform.PrivateFiles;

/** Makes a key to sign mails with, and prints the record that the DNS must have for it. */
final class DkimKeyCommand {

    private static final String USAGE = """
            Makes a DKIM key, and prints the record to publish.
              java -jar digest.jar dkim-key --selector=s2026 --domain=example.org
            --selector   the first part of the record's name; a new key needs a new one
            --domain     the domain that mails come from
            --algorithm  rsa, or ed25519 for a key beside an rsa one (rsa)
            --bits       length of an rsa key: 2048, 3072 or 4096 (2048)
            --out        file of the private key (dkim-SELECTOR.pem)
            """;
    private static final Set<String> OPTIONS = Set.of("--selector", "--domain", "--algorithm", "--bits", "--out");
    private static final Set<String> BITS = Set.of("2048", "3072", "4096");

    private final PrintStream out;
    private final PrintStream err;

    DkimKeyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    Ended run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return Ended.DONE;
        }
        try {
            return make(Options.read(arguments, OPTIONS));
        } catch (Options.WrongUse e) {
            err.printf("%s%n%n%s", e.getMessage(), USAGE);
            return Ended.WRONG_USE;
        }
    }

    private Ended make(Options options) throws Options.WrongUse {
        RecordName name = RecordName.read(options);
        Algorithm algorithm = algorithm(options);
        int bits = bits(options);
        Path file = file(options.get("--out").orElse("dkim-" + name.selector() + ".pem"));
        if (Files.exists(file)) {
            return isThere(file);
        }
        NewKey key = NewKey.make(algorithm, bits);
        try {
            PrivateFiles.write(file, key.pem());
        } catch (FileAlreadyExistsException e) {
            return isThere(file);
        } catch (AccessDeniedException e) {
            err.printf(
                    "User %s may not write %s. Name another file with --out.%n", System.getProperty("user.name"), file);
            return Ended.UNEXPECTED;
        } catch (IOException e) {
            err.printf("%s cannot be written: %s. Name another file with --out.%n", file, e);
            return Ended.UNEXPECTED;
        }
        tell(key, name, algorithm, file);
        return Ended.DONE;
    }

    private static Path file(String given) throws Options.WrongUse {
        Path file = Path.of(given);
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file) || directory == null) {
            throw new Options.WrongUse("--out=%s is a directory. Name a file in it.".formatted(given));
        }
        if (!Files.isDirectory(directory)) {
            throw new Options.WrongUse(
                    "There is no directory %s. Make it first, or name another file with --out.".formatted(directory));
        }
        return file;
    }

    private Ended isThere(Path file) {
        err.printf(
                "%s is there already, and was left as it is. Move it away, or name another file with --out.%n", file);
        return Ended.CONFLICT;
    }

    private void tell(NewKey key, RecordName name, Algorithm algorithm, Path file) {
        err.printf("The private key is in %s. Keep it from everybody else.%n", file);
        name.print(key.strings(), out, err);
        err.printf("""
                Then, in the service's settings%2$s:
                  digest.dkim.keys[%1$d].selector=%3$s
                  digest.dkim.keys[%1$d].private-key=%4$s
                """, number(algorithm), beside(algorithm), name.selector(), file.toAbsolutePath());
    }

    private static int number(Algorithm algorithm) {
        return switch (algorithm) {
            case RSA -> 0;
            case ED25519 -> 1;
        };
    }

    private static String beside(Algorithm algorithm) {
        return switch (algorithm) {
            case RSA -> "";
            case ED25519 -> ", beside an rsa key, which is [0]";
        };
    }

    private static Algorithm algorithm(Options options) throws Options.WrongUse {
        String name = options.get("--algorithm").orElse("rsa");
        return switch (name) {
            case "rsa" -> Algorithm.RSA;
            case "ed25519" -> Algorithm.ED25519;
            default -> throw new Options.WrongUse("--algorithm=%s is none. There are rsa and ed25519.".formatted(name));
        };
    }

    private static int bits(Options options) throws Options.WrongUse {
        String bits = options.get("--bits").orElse("2048");
        if (!BITS.contains(bits)) {
            throw new Options.WrongUse("--bits=%s: it can be 2048, 3072 or 4096.".formatted(bits));
        }
        return Integer.parseInt(bits);
    }
}
