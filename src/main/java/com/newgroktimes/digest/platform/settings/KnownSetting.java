package com.newgroktimes.digest.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * A setting that there is.
 *
 * @param name   in a list, that of its first element: {@code digest.publication.sections[0]}
 * @param isOpen whether anything may stand below its name
 */
record KnownSetting(ConfigurationPropertyName name, boolean isOpen) {

    private static final String FIRST = "[0]";

    /** The number of an element, in a property or a variable. */
    private static final Pattern INDEX = Pattern.compile("(?<=\\[)\\d+(?=])|(?<=_)\\d+(?=_|$)");

    static List<KnownSetting> of(List<SettingsGroup> groups) {
        return groups.stream()
                .flatMap(group -> below(group.prefix(), group.type()))
                .toList();
    }

    private static Stream<KnownSetting> below(String prefix, Class<?> settings) {
        return Stream.of(settings.getRecordComponents()).flatMap(setting -> named(prefix, setting));
    }

    private static Stream<KnownSetting> named(String prefix, RecordComponent setting) {
        String name = prefix + "." + DataObjectPropertyName.toDashedForm(setting.getName());
        ResolvableType type = ResolvableType.forType(setting.getGenericType());
        // A list that is empty, or written in one line, stands under its own name.
        return Collection.class.isAssignableFrom(setting.getType())
                ? Stream.concat(
                        of(name, false), of(name + FIRST, type.getGeneric().toClass()))
                : of(name, setting.getType());
    }

    private static Stream<KnownSetting> of(String name, Class<?> type) {
        return type.isRecord() && type.getEnclosingClass() != null
                ? below(name, type)
                : of(name, Map.class.isAssignableFrom(type));
    }

    private static Stream<KnownSetting> of(String name, boolean isOpen) {
        return Stream.of(new KnownSetting(ConfigurationPropertyName.of(name), isOpen));
    }

    boolean isMeantByProperty(String property) {
        ConfigurationPropertyName given = ConfigurationPropertyName.adapt(ofFirst(property), '.');
        return name.equals(given) || (isOpen && name.isAncestorOf(given));
    }

    /** Whether an environment variable sets it: those have no dashes, and their underscores may be dots or none. */
    boolean isMeantByVariable(String variable) {
        String given = letters(variable);
        return given.equals(letters()) || (isOpen && given.startsWith(letters()));
    }

    /** Its name in the manner of another: as a variable beside a variable, and of the same element of a list. */
    String asIn(String other) {
        String ours = other.startsWith("digest.") ? name.toString() : StartRefused.variable(name.toString());
        Matcher given = INDEX.matcher(other);
        return INDEX.matcher(ours).replaceAll(index -> given.find() ? given.group() : index.group());
    }

    String letters() {
        return letters(name.toString());
    }

    private static String ofFirst(String name) {
        return INDEX.matcher(name).replaceAll("0");
    }

    /** By which names are compared; all elements of a list are as its first. */
    static String letters(String name) {
        return ofFirst(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
