package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.newgroktimes.digest.editions.Check.Level;

/**
 * How strict checks are.
 *
 * @param network      what it means that another site did not give what a story names
 * @param stagingHosts hosts where the site is tried out, which no reader can open
 * @param spelling     words that are worth a look, each with what is right where that is known
 */
@ConfigurationProperties("digest.checks")
public record CheckSettings(
        @DefaultValue("look") Strictness network,
        @DefaultValue List<String> stagingHosts,
        @DefaultValue List<Misspelling> spelling) {

    public enum Strictness {
        LOOK(Level.LOOK),
        STOPS(Level.STOPS);

        private final Level level;

        Strictness(Level level) {
            this.level = level;
        }

        Level level() {
            return level;
        }
    }
}
