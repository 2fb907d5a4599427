package com.newgroktimes.digest.platform.settings;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** What is wrong with the settings, gathered while they are bound: in the place of what cannot be read, its default is read on. */
final class Refusals extends AbstractBindHandler {

    private final List<StartRefused> all = new ArrayList<>();

    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        StartRefused ours = ours(error);
        add(ours == null ? unreadable(name, target, context, error) : ours);
        return null;
    }

    private static @Nullable StartRefused ours(Throwable error) {
        Throwable cause = error;
        while (cause != null && !(cause instanceof StartRefused)) {
            cause = cause.getCause();
        }
        return (StartRefused) cause;
    }

    private static StartRefused unreadable(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        ConfigurationProperty property = context.getConfigurationProperty();
        Object value = property == null ? null : property.getValue();
        Throwable root = NestedExceptionUtils.getMostSpecificCause(error);
        String form = Form.of(target.getType().resolve(Object.class))
                .map("it must be %s."::formatted)
                .orElse(String.valueOf(root.getMessage()));
        return StartRefused.setting(name.toString(), value, form);
    }

    /** A setting that could not be read is not missing too. */
    void add(StartRefused refused) {
        for (StartRefused each : refused.each()) {
            if (all.stream().noneMatch(told -> told.concerns(each))) {
                all.add(each);
            }
        }
    }

    void raise() {
        if (!all.isEmpty()) {
            throw StartRefused.all(all);
        }
    }
}
