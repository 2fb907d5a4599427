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
        String reference = Files.readString(Path.of("docs/configuration.md"));

        assertThat(settings())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(reference).contains("| `" + setting + "` |"));
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
