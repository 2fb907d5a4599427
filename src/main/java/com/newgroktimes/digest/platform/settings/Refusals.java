package com.newgroktimes.digest.platform.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;

import com.newgroktimes.digest.platform.StartRefused;

/** What is wrong with the settings, gathered while they are bound: in the place of what cannot be read, its default is read on. */
final class Refusals extends AbstractBindHandler {

    private static final Pattern WITHOUT_UNIT = Pattern.compile("\\s*[+-]?0*[1-9][0-9]*\\s*");

    private final List<StartRefused> all = new ArrayList<>();

    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        if (error instanceof UnboundConfigurationPropertiesException left) {
            readOn(name, left, target, context);
            return null;
        }
        StartRefused ours = ours(error);
        add(ours == null ? unreadable(name, target, context, error) : ours);
        return null;
    }

    /** A list ends with the first of its elements that cannot be read, and those after it may be wrong as well. */
    private void readOn(
            ConfigurationPropertyName list,
            UnboundConfigurationPropertiesException left,
            Bindable<?> target,
            BindContext context) {
        ResolvableType element = target.getType().asCollection().getGeneric();
        List<ConfigurationPropertyName> readable = left.getUnboundProperties().stream()
                .map(property -> property.getName().chop(list.getNumberOfElements() + 1))
                .distinct()
                .filter(each -> context.getBinder()
                        .bind(each, Bindable.of(element), this)
                        .isBound())
                .toList();
        if (!readable.isEmpty() && all.stream().noneMatch(told -> told.isWithin(list.toString()))) {
            add(gap(list, readable.get(0)));
        }
    }

    private static StartRefused gap(ConfigurationPropertyName list, ConfigurationPropertyName element) {
        return new StartRefused(
                "The setting %s cannot be read: an element before it is missing.".formatted(element),
                "Number the elements of %s one after the other, from [0] on.".formatted(list));
    }

    /** A number alone would be read as milliseconds, which nobody means. */
    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        ConfigurationProperty property = context.getConfigurationProperty();
        if (result instanceof Duration
                && property != null
                && WITHOUT_UNIT.matcher(String.valueOf(property.getValue())).matches()) {
            add(StartRefused.setting(
                    name.toString(), property.getValue(), mustBe(target).orElseThrow()));
        }
        return result;
    }

    private static Optional<String> mustBe(Bindable<?> target) {
        return Form.of(target.getType().resolve(Object.class)).map("it must be %s."::formatted);
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
        return StartRefused.setting(name.toString(), value, mustBe(target).orElse(String.valueOf(root.getMessage())));
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
