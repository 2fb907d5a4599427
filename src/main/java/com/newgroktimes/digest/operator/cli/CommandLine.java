package com.newgroktimes.digest.operator.cli;

import java.io.PrintStream;
import java.util.List;

import org.springframework.core.env.StandardEnvironment;

/** What the jar was asked to do. Without a command, or with {@code serve}, it is the service. */
public final class CommandLine {

    private static final String SERVICE = "serve";
    private static final String DKIM_KEY = "dkim-key";
    private static final String DKIM_RECORD = "dkim-record";

    private final String command;
    private final List<String> arguments;

    private CommandLine(String command, List<String> arguments) {
        this.command = command;
        this.arguments = arguments;
    }

    public static CommandLine read(String... arguments) {
        List<String> all = List.of(arguments);
        return all.isEmpty() || all.get(0).startsWith("-")
                ? new CommandLine(SERVICE, all)
                : new CommandLine(all.get(0), all.subList(1, all.size()));
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
        if (command.equals(DKIM_KEY)) {
            return new DkimKeyCommand(out, err).run(arguments).code();
        }
        if (command.equals(DKIM_RECORD)) {
            return new DkimRecordCommand(new StandardEnvironment(), out, err)
                    .run(arguments)
                    .code();
        }
        err.printf("There is no command %s. There are: %s, %s, %s.%n", command, SERVICE, DKIM_KEY, DKIM_RECORD);
        return Ended.WRONG_USE.code();
    }
}
