package com.newgroktimes.digest.operator.cli;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command, as {@code --name=value} or {@code --name value}. */
final class Options {

    /** The command was not used as it can be. */
    static final class WrongUse extends Exception {
        WrongUse(String what) {
            super(what);
        }
    }

    private final Map<String, String> given = new HashMap<>();

    private Options() {}

    static Options read(List<String> arguments, Set<String> known) throws WrongUse {
        var options = new Options();
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String[] option = each.next().split("=", 2);
            if (!known.contains(option[0])) {
                throw new WrongUse("There is no option %s.".formatted(option[0]));
            }
            if (option.length == 1 && !each.hasNext()) {
                throw new WrongUse("The option %s has no value.".formatted(option[0]));
            }
            options.given.put(option[0], option.length == 1 ? each.next() : option[1]);
        }
        return options;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(given.get(name));
    }

    String need(String name) throws WrongUse {
        return get(name).orElseThrow(() -> new WrongUse("The option %s is needed.".formatted(name)));
    }
}
