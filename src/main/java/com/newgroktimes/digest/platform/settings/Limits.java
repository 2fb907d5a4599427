package com.newgroktimes.digest.platform.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.Environment;

import com.newgroktimes.digest.platform.StartRefused;

/** The bounds that settings declare: how much is too much of what can be read. */
final class Limits {

    private final Environment environment;

    Limits(Environment environment) {
        this.environment = environment;
    }

    List<StartRefused> check(List<SettingsGroup> groups, List<Object> bound) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return bound.stream()
                    .flatMap(settings -> validator.validate(settings).stream())
                    .map(violation -> refusal(prefix(groups, violation), violation))
                    .sorted((one, other) -> String.valueOf(one.getMessage()).compareTo(other.getMessage()))
                    .toList();
        }
    }

    private static String prefix(List<SettingsGroup> groups, ConstraintViolation<?> violation) {
        return groups.stream()
                .filter(group -> group.type() == violation.getRootBeanClass())
                .map(SettingsGroup::prefix)
                .findFirst()
                .orElseThrow();
    }

    private StartRefused refusal(String prefix, ConstraintViolation<?> violation) {
        String path = Stream.of(violation.getPropertyPath().toString().split("\\."))
                .map(DataObjectPropertyName::toDashedForm)
                .collect(Collectors.joining("."));
        String name = prefix + "." + path;
        return StartRefused.setting(name, given(name, violation), "it %s.".formatted(violation.getMessage()));
    }

    /** Settings may have an empty text in the place of what nobody set. */
    private @Nullable Object given(String name, ConstraintViolation<?> violation) {
        Object given = environment.getProperty(name, Object.class);
        return given == null && !"".equals(violation.getInvalidValue()) ? violation.getInvalidValue() : given;
    }
}
