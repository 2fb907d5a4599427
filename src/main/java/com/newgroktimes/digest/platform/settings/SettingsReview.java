package com.newgroktimes.digest.platform.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

import com.newgroktimes.digest.platform.Reviewed;
import com.newgroktimes.digest.platform.StartRefused;

/**
 * Stops the start before it begins, and names every setting that is missing, wrong or misspelt. Bound one bean at a time, the
 * settings would be refused one at a time.
 */
public final class SettingsReview implements ApplicationListener<ApplicationPreparedEvent> {

    private final List<SettingsGroup> groups;
    private final List<Function<Environment, Optional<StartRefused>>> rules;

    /**
     * @param basePackage where the records of the settings are found
     * @param rules       what is asked of settings that are not ours
     */
    @SafeVarargs
    public SettingsReview(String basePackage, Function<Environment, Optional<StartRefused>>... rules) {
        this.groups = SettingsGroup.in(basePackage);
        this.rules = List.of(rules);
    }

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        review(event.getApplicationContext().getEnvironment());
    }

    /** @throws StartRefused with all that is wrong */
    void review(ConfigurableEnvironment environment) {
        Refusals refusals = new Refusals();
        Binder binder = Binder.get(environment, refusals);
        List<Object> bound = new ArrayList<>();
        for (SettingsGroup group : groups) {
            Object settings = binder.bindOrCreate(group.prefix(), Bindable.of(group.type()));
            if (settings != null) {
                bound.add(settings);
            }
        }
        bound.stream()
                .filter(Reviewed.class::isInstance)
                .flatMap(settings -> ((Reviewed) settings).faults().stream())
                .forEach(refusals::add);
        new Limits(environment).check(groups, bound).forEach(refusals::add);
        new Spelling(KnownSetting.of(groups)).check(environment).forEach(refusals::add);
        rules.forEach(rule -> rule.apply(environment).ifPresent(refusals::add));
        refusals.raise();
    }
}
