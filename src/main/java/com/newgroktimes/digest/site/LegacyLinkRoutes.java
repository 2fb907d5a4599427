package com.newgroktimes.digest.site;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import com.newgroktimes.digest.platform.StartRefused;

/** Opens the addresses of an old system that the settings name, and none that is one of ours. */
@Component
final class LegacyLinkRoutes implements SmartInitializingSingleton {

    private static final List<String> RESERVED = List.of("/api", "/console", "/actuator", "/error");

    private final LegacyLinkSettings settings;
    private final LegacyLinkPage page;
    private final RequestMappingHandlerMapping mapping;
    private final List<RequestMappingInfoHandlerMapping> ours;

    LegacyLinkRoutes(
            LegacyLinkSettings settings,
            LegacyLinkPage page,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<RequestMappingInfoHandlerMapping> ours) {
        this.settings = settings;
        this.page = page;
        this.mapping = mapping;
        this.ours = ours;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<PathPattern> own = ours.stream()
                .flatMap(mapped -> mapped.getHandlerMethods().keySet().stream())
                .flatMap(LegacyLinkRoutes::paths)
                .toList();
        List<LegacyPattern> patterns = settings.patterns();
        patterns.forEach(pattern -> refuseOneOfOurs(pattern, own));
        Set<String> open = new HashSet<>();
        patterns.stream()
                .map(pattern -> pattern.path().getPatternString())
                .filter(open::add)
                .forEach(this::open);
    }

    private static Stream<PathPattern> paths(RequestMappingInfo mapped) {
        var condition = mapped.getPathPatternsCondition();
        return condition == null ? Stream.empty() : condition.getPatterns().stream();
    }

    private static void refuseOneOfOurs(LegacyPattern pattern, List<PathPattern> own) {
        Predicate<PathPattern> collides =
                ourPath -> ourPath.matches(pattern.sample()) || pattern.path().matches(sample(ourPath));
        String taken = own.stream()
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

    private void open(String path) {
        register(path, "show", RequestMethod.GET);
        register(path, "leave", RequestMethod.POST);
    }

    private void register(String path, String method, RequestMethod verb) {
        Method handler = ReflectionUtils.findMethod(
                LegacyLinkPage.class, method, HttpServletRequest.class, HttpServletResponse.class, Locale.class);
        if (handler == null) {
            throw new IllegalStateException("LegacyLinkPage has no " + method);
        }
        mapping.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(verb)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                page,
                handler);
    }
}
