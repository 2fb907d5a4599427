package com.newgroktimes.digest.editions.digest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Variant;

/** No test, and so not named as one: {@code bench/render} runs it, for what it prints. */
class RenderingBench {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final Variant VARIANT = new Variant("en", "html", List.of());

    @Test
    void tellsHowLongEightStoriesTake() {
        Edition edition = Specimen.EIGHT_STORIES.edition();
        long cold = milliseconds(() -> Specimen.renderer().render(edition, VARIANT));
        DigestRenderer renderer = Specimen.renderer();
        IntStream.range(0, 100).forEach(run -> renderer.render(edition, VARIANT));
        long warm = milliseconds(() -> renderer.render(edition, VARIANT));

        System.out.printf(
                "A mail of 8 stories: %d ms of a processor from a cold JVM, %d ms the hundredth time%n", cold, warm);
    }

    /** Of a processor, whatever else the machine does: it is the work of one thread. */
    private static long milliseconds(Runnable work) {
        long start = PROCESSOR.getCurrentThreadCpuTime();
        work.run();
        return (PROCESSOR.getCurrentThreadCpuTime() - start) / 1_000_000;
    }
}
