package com.newgroktimes.digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.Messages;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What the packages promise each other, as rules that can be held against any code. */
final class ArchitectureRules {

    private ArchitectureRules() {}

    static final ArchRule NO_NAMES_FOR_ROLES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .because("a class is named for the thing it is");

    static final ArchRule THE_CLOCK_IS_INJECTED = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .because("a rehearsal shifts the clock, and a test sets it");

    static final ArchRule MESSAGES_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .doNotBelongToAnyOf(Messages.class, Message.class)
            .should()
            .callConstructorWhere(describe(
                    "it is a message's",
                    (JavaConstructorCall call) -> call.getTargetOwner().isEquivalentTo(Message.class)))
            .because("a message that is made elsewhere leaves without a signature");

    static final ArchRule ROWS_ARE_READ_WHOLE = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because(
                    "outside a transaction a stream of rows keeps its connection until it is closed: list().stream() does not");

    static final ArchRule THE_DOORS_KEEP_NO_TABLES = noClasses()
            .that()
            .resideInAnyPackage("..site..", "..operator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
            .because("a class in site or operator translates and never decides");

    /** Each arrow that is declared and that no class draws: {@code stories -> mail}. */
    static List<String> unusedAllowances(ApplicationModules modules) {
        return modules.stream()
                .flatMap(module -> declared(module.getBasePackage().getName())
                        .filter(allowed -> !module.getDirectDependencies(modules, DependencyType.values())
                                .containsModuleNamed(allowed))
                        .map(allowed -> module.getIdentifier() + " -> " + allowed))
                .toList();
    }

    private static Stream<String> declared(String basePackage) {
        try {
            Class<?> info = Class.forName(basePackage + ".package-info");
            return Stream.of(info.getAnnotation(ApplicationModule.class).allowedDependencies())
                    .map(allowed -> allowed.replaceFirst("\\s*::.*", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(basePackage + " has no package-info", e);
        }
    }

    /** Each file below {@code sources} whose SQL names a table of another package: {@code mail/Postbox.java names story}. */
    static List<String> foreignTables(Path sources, Map<String, String> owners) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> foreignTables(sources.relativize(file), read(file), owners))
                    .toList();
        }
    }

    private static Stream<String> foreignTables(Path file, String source, Map<String, String> owners) {
        String inPackage = file.getName(0).toString();
        String sql = sqlOf(source);
        return owners.entrySet().stream()
                .filter(owner -> !owner.getValue().equals(inPackage))
                .map(Entry::getKey)
                .filter(table -> names(sql, table))
                .map(table -> file + " names " + table);
    }

    private static boolean names(String sql, String table) {
        return Pattern.compile(
                        "\\b(from|join|into|update|table|truncate|analyze|delete from)\\s+" + table + "\\b(?!\\.)")
                .matcher(sql)
                .find();
    }

    /** String literals and text blocks only: comments may say what they like. */
    private static String sqlOf(String source) {
        var literal = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
        return String.join(
                "\n",
                literal.matcher(source).results().map(found -> found.group()).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
