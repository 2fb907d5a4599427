package com.newgroktimes.digest.platform.settings;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * One record of settings.
 *
 * @param prefix what their names begin with: {@code digest.delivery}
 */
record SettingsGroup(String prefix, Class<?> type) {

    static List<SettingsGroup> in(String basePackage) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents(basePackage).stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .sorted()
                .map(name -> of(ClassUtils.resolveClassName(name, SettingsGroup.class.getClassLoader())))
                .toList();
    }

    private static SettingsGroup of(Class<?> type) {
        ConfigurationProperties named = type.getAnnotation(ConfigurationProperties.class);
        return new SettingsGroup(named == null ? "" : named.value(), type);
    }
}
