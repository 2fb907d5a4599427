package com.newgroktimes.digest.site;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens the addresses of an old system that the settings name. */
@Component
final class LegacyLinkRoutes implements SmartInitializingSingleton {

    private final LegacyLinkSettings settings;
    private final LegacyLinkPage page;
    private final RequestMappingHandlerMapping mapping;

    LegacyLinkRoutes(
            LegacyLinkSettings settings,
            LegacyLinkPage page,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.settings = settings;
        this.page = page;
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> open = new HashSet<>();
        settings.patterns().stream()
                .map(pattern -> pattern.path().getPatternString())
                .filter(open::add)
                .forEach(this::open);
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
