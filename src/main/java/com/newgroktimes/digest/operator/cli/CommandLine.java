package com.newgroktimes.digest.operator.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

import org.springframework.core.env.StandardEnvironment;

/** What the jar was asked to do. Without a command, or with {@code serve}, it is the service, unless it is asked for help. */
public final class CommandLine {

    private static final String SERVICE = "serve";
    private static final String DKIM_KEY = "dkim-key";
    private static final String DKIM_RECORD = "dkim-record";
    private static final String HELP = "help";
    private static final Set<String> CALLS_FOR_HELP = Set.of("--help", "-h");

    private static final String USAGE = """
            Sends the weekly digest.
              java -jar digest.jar                  runs the service, as does: java -jar digest.jar serve
              java -jar digest.jar dkim-key ...     makes a key to sign mails with
              java -jar digest.jar dkim-record ...  prints the record that the DNS must have for a key
            dkim-key --help and dkim-record --help have more of those two.
            Settings of the service stand in application.yml in the directory that it is started in, in the environment
            (DIGEST_BASE_URL=https://digest.example.org), or behind the command (--digest.base-url=https://digest.example.org).
            docs/configuration.md lists them. A start without those that are needed names them.
            """;

    private final String command;
    private final List<String> arguments;

    private CommandLine(String command, List<String> arguments) {
        this.command = command;
        this.arguments = arguments;
    }

    public static CommandLine read(String... arguments) {
        List<String> all = List.of(arguments);
        CommandLine given = all.isEmpty() || all.get(0).startsWith("-")
                ? new CommandLine(SERVICE, all)
                : new CommandLine(all.get(0), all.subList(1, all.size()));
        return given.isTheService() && all.stream().anyMatch(CALLS_FOR_HELP::contains)
                ? new CommandLine(HELP, List.of())
                : given;
    }

    public boolean isTheService() {
        return command.equals(SERVICE);
    }

    /** Those behind the command. */
    public String[] arguments() {
        return arguments.toArray(String[]::new);
    }

    /**
     * Does it, and says how it ended.
     *
     * @param out results alone
     */
    public int run(PrintStream out, PrintStream err) {
        if (command.equals(HELP)) {
            out.print(USAGE);
            return Ended.DONE.code();
        }
        if (command.equals(DKIM_KEY)) {
            return new DkimKeyCommand(out, err).run(arguments).code();
        }
        if (command.equals(DKIM_RECORD)) {
            return new DkimRecordCommand(new StandardEnvironment(), out, err)
                    .run(arguments)
                    .code();
        }
        err.printf(
                "There is no command %s. There are: %s, %s, %s, %s.%n", command, SERVICE, DKIM_KEY, DKIM_RECORD, HELP);
        return Ended.WRONG_USE.code();
    }
}
