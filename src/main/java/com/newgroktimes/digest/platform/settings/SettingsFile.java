package com.newgroktimes.digest.platform.settings;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A file of settings, read as Spring Boot reads it: by its own two readers, whose place this one takes, since what cannot be read
 * ends there in a stack trace that does not name the file. Both in one, so that a {@code .properties} file still goes before a
 * {@code .yml} beside it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFile implements PropertySourceLoader {

    private final PropertySourceLoader properties = new PropertiesPropertySourceLoader();
    private final PropertySourceLoader yaml = new YamlPropertySourceLoader();

    @Override
    public String[] getFileExtensions() {
        return Stream.of(properties, yaml)
                .flatMap(reader -> Stream.of(reader.getFileExtensions()))
                .toArray(String[]::new);
    }

    @Override
    public List<PropertySource<?>> load(String name, Resource file) throws IOException {
        return load(name, file, null);
    }

    @Override
    public List<PropertySource<?>> load(String name, Resource file, @Nullable Charset encoding) throws IOException {
        return isProperties(file) ? properties(name, file, encoding) : yaml(name, file, encoding);
    }

    private boolean isProperties(Resource file) {
        String name = String.valueOf(file.getFilename());
        return Stream.of(properties.getFileExtensions()).anyMatch(ending -> name.endsWith("." + ending));
    }

    private List<PropertySource<?>> properties(String name, Resource file, @Nullable Charset encoding)
            throws IOException {
        try {
            return properties.load(name, file, encoding);
        } catch (IllegalArgumentException | IllegalStateException broken) {
            throw BrokenSettings.properties(file, broken);
        }
    }

    private List<PropertySource<?>> yaml(String name, Resource file, @Nullable Charset encoding) throws IOException {
        try {
            return yaml.load(name, file, encoding);
        } catch (YAMLException broken) {
            throw BrokenSettings.yaml(file, broken);
        }
    }
}
