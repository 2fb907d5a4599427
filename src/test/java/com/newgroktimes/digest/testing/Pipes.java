package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Files that whoever reads them waits for without end. */
public final class Pipes {

    private Pipes() {}

    /** Skips the test where the system has none. */
    public static Path at(Path path) throws InterruptedException {
        try {
            Process making = new ProcessBuilder("mkfifo", path.toString()).start();
            assertThat(making.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(making.exitValue()).isZero();
        } catch (IOException none) {
            assumeTrue(false, "There is no mkfifo here.");
        }
        return path;
    }
}
