package com.newgroktimes.digest.platform;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

/** Which methods an address takes: what the header Allow says with a 405 (RFC 9110 §10.2.1). */
@Component
public final class PossibleMethods {

    private static final List<String> ORDER = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final List<RequestMappingInfoHandlerMapping> mappings;

    public PossibleMethods(List<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Those of a file where no controller is asked. */
    public String at(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        var methods = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapped -> isAt(asked, mapped))
                .flatMap(mapped -> mapped.getMethodsCondition().getMethods().stream())
                .map(RequestMethod::name)
                .collect(toCollection(() -> new TreeSet<>(Comparator.comparingInt(ORDER::indexOf))));
        if (methods.isEmpty()) {
            methods.add(HttpMethod.GET.name());
        }
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        methods.add(HttpMethod.OPTIONS.name());
        return methods.stream().collect(joining(", "));
    }

    private static boolean isAt(PathContainer asked, RequestMappingInfo mapped) {
        var patterns = mapped.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(asked));
    }
}
