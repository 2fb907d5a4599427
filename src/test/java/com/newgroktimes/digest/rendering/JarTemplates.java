package com.newgroktimes.digest.rendering;

import java.nio.file.Path;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.testing.SamplePublication;

/** The templates in the jar, for tests that start no service. */
public final class JarTemplates {

    private JarTemplates() {}

    public static MailTemplates mail() {
        return mail(new SimpleMeterRegistry());
    }

    public static MailTemplates mail(MeterRegistry meters) {
        return mail(null, List.of(), meters);
    }

    /** With a directory of the publication's own before the jar. */
    public static MailTemplates behind(Path own) {
        return mail(own, List.of(), new SimpleMeterRegistry());
    }

    /** Ours, with the line beside the subject or without. */
    public static Look look(boolean preheader) {
        return new LookSettings(null, null, null, null, null, preheader).look();
    }

    static MailTemplates mail(@Nullable Path own, List<SampleMails> samples, MeterRegistry meters) {
        return new MailTemplates(
                SamplePublication.PUBLICATION, new Words(), Look.OURS, new RenderingSettings(own), samples, meters);
    }
}
