package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody makes up an entry of the log by what they send. */
class LogEntriesTest {

    private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR forged";

    @Test
    void whatBeginsALineIsOfTheLogItself() throws IOException {
        for (String pattern : List.of("logging.pattern.console", "logging.pattern.file")) {
            String[] lines = written(setting(pattern)).split("[\r\n]+");

            assertThat(lines).hasSizeGreaterThan(3);
            assertThat(lines[0]).contains("Asked for a");
            for (int i = 1; i < lines.length; i++) {
                assertThat(lines[i]).startsWith("  ");
            }
        }
    }

    private static String written(String pattern) {
        LoggerContext log = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(log);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        layout.setPattern(pattern);
        layout.start();
        return layout.doLayout(new LoggingEvent(
                "caller",
                log.getLogger("here"),
                Level.WARN,
                "Asked for a\n" + FORGED + "\r" + FORGED,
                new IllegalStateException("b\n" + FORGED),
                new Object[0]));
    }

    private static String setting(String name) throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yml"))
                .get(0);
        return String.valueOf(settings.getProperty(name));
    }
}
