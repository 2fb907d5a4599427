package com.newgroktimes.digest.site;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * The addresses at which this service answers, as its controllers declare them: known before any of them is made, so that an old
 * system's address that is one of ours is refused with all other settings. Those of the demonstration give way.
 */
record OwnPaths(List<PathPattern> paths) {

    private static final String DIGEST = "com.newgroktimes.digest";
    private static final List<String> RESERVED = List.of("/api", "/console", "/actuator", "/error");

    static OwnPaths read() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scan.addExcludeFilter(new AnnotationTypeFilter(Profile.class));
        return new OwnPaths(scan.findCandidateComponents(DIGEST).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), OwnPaths.class.getClassLoader()))
                .flatMap(OwnPaths::of)
                .sorted()
                .toList());
    }

    private static Stream<PathPattern> of(Class<?> controller) {
        List<PathPattern> areas = mapped(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
        MetadataLookup<RequestMapping> mapping =
                method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return MethodIntrospector.<RequestMapping>selectMethods(controller, mapping).values().stream()
                .flatMap(found -> mapped(found).stream())
                .flatMap(path -> areas.stream().map(area -> area.combine(path)));
    }

    private static List<PathPattern> mapped(@Nullable RequestMapping mapping) {
        String[] paths = mapping == null || mapping.path().length == 0 ? new String[] {""} : mapping.path();
        return Stream.of(paths)
                .filter(path -> !path.contains("${")) // the container's page of errors, whose address is a setting
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** @throws StartRefused where what it covers is one of ours */
    void refuse(LegacyPattern pattern) {
        Predicate<PathPattern> collides =
                ours -> ours.matches(pattern.sample()) || pattern.path().matches(sample(ours));
        String taken = paths.stream()
                .filter(collides)
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse("");
        String sample = pattern.sample().value();
        boolean reserved = RESERVED.stream().anyMatch(area -> sample.equals(area) || sample.startsWith(area + "/"));
        if (!taken.isEmpty() || reserved || new ClassPathResource("static" + sample).isReadable()) {
            throw StartRefused.setting(
                    pattern.setting(),
                    pattern.pattern(),
                    "this service answers there itself (%s). Give the old system's pages another path in your proxy, and that one here."
                            .formatted(taken.isEmpty() ? sample : taken));
        }
    }

    private static PathContainer sample(PathPattern path) {
        return PathContainer.parsePath(
                path.getPatternString().replaceAll("\\{[^/]*\\}", "x").replaceAll("\\*+", "x"));
    }
}
