package com.newgroktimes.digest.rendering;

import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import com.newgroktimes.digest.testing.SamplePublication;

/** The templates in the jar, for tests that start no service. */
public final class JarTemplates {

    private JarTemplates() {}

    public static MailTemplates mail() {
        return mail(new SimpleMeterRegistry());
    }

    public static MailTemplates mail(MeterRegistry meters) {
        return new MailTemplates(SamplePublication.PUBLICATION, new Words(), new RenderingSettings(null), meters);
    }

    /** With a directory of the publication's own before the jar. */
    public static MailTemplates behind(Path own) {
        return new MailTemplates(
                SamplePublication.PUBLICATION, new Words(), new RenderingSettings(own), new SimpleMeterRegistry());
    }
}
