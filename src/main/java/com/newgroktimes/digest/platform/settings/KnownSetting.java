package com.newgroktimes.digest.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * A setting that there is.
 *
 * @param isOpen whether more may stand below its name: {@code digest.publication.sections[0]}
 */
record KnownSetting(ConfigurationPropertyName name, boolean isOpen) {

    static List<KnownSetting> of(List<SettingsGroup> groups) {
        return groups.stream()
                .flatMap(group -> below(group.prefix(), group.type()))
                .toList();
    }

    private static Stream<KnownSetting> below(String prefix, Class<?> settings) {
        return Stream.of(settings.getRecordComponents()).flatMap(setting -> named(prefix, setting));
    }

    private static Stream<KnownSetting> named(String prefix, RecordComponent setting) {
        Class<?> type = setting.getType();
        String name = prefix + "." + DataObjectPropertyName.toDashedForm(setting.getName());
        if (type.isRecord() && type.getEnclosingClass() != null) {
            return below(name, type);
        }
        boolean open = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return Stream.of(new KnownSetting(ConfigurationPropertyName.of(name), open));
    }

    boolean isMeantBy(ConfigurationPropertyName property) {
        return name.equals(property) || (isOpen && name.isAncestorOf(property));
    }

    /** Whether an environment variable sets it: those have no dashes, and their underscores may be dots or none. */
    boolean isMeantBy(String variable) {
        String given = letters(variable);
        return given.equals(letters()) || (isOpen && given.startsWith(letters()));
    }

    /** Its name in the manner of another: as a variable beside a variable. */
    String asIn(String other) {
        return other.startsWith("digest.") ? name.toString() : StartRefused.variable(name.toString());
    }

    String letters() {
        return letters(name.toString());
    }

    static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
