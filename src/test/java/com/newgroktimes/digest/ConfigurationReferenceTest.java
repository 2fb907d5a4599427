package com.newgroktimes.digest;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationReferenceTest {

    @Test
    void everySettingIsInTheReference() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `digest."))
                .toList();

        assertThat(settings())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(rows).anyMatch(row -> tellsOf(setting, row)));
    }

    /** One row may tell of several: {@code `digest.look.light.*`} of all below it, if it names them; {@code `digest.words.<key>`} of a map. */
    private static boolean tellsOf(String setting, String row) {
        int dot = setting.lastIndexOf('.');
        String group = setting.substring(0, dot) + ".*";
        List<String> names = List.of(row.split("\\|")[1].strip().split(", "));
        return names.contains("`" + setting + "`")
                || row.startsWith("| `" + setting + ".<")
                || (names.contains("`" + group + "`") && row.contains("`" + setting.substring(dot + 1) + "`"));
    }

    private static List<String> settings() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.newgroktimes.digest")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .flatMap(settings -> below(
                                settings.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                settings))
                        .toList();
    }

    private static Stream<String> below(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(setting -> named(prefix, setting));
    }

    private static Stream<String> named(String prefix, RecordComponent setting) {
        String name =
                prefix + "." + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        boolean group = setting.getType().isRecord() && setting.getType().getEnclosingClass() != null;
        return group ? below(name, setting.getType()) : Stream.of(name);
    }
}
