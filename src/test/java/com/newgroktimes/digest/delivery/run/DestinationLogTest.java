package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.newgroktimes.digest.delivery.ledger.DestinationName;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DestinationLogTest {

    private static final String LATER = "450 4.7.1 Greylisted";

    private final AtomicLong nanos = new AtomicLong();
    private final DestinationLog told = new DestinationLog(nanos::get);

    @Test
    void whereAllAskForPatienceEachOfTheFirstIsToldAndThenOneAMinute(CapturedOutput output) {
        areSlowed(500);
        assertThat(lines(output)).hasSize(21);

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        areSlowed(500);

        assertThat(lines(output))
                .hasSize(22)
                .last()
                .asString()
                .endsWith("small-1.example asks for patience and is slowed down: " + LATER
                        + " (479 more since it was told last)");
    }

    @Test
    void whatIsSaidOfManyKeepsNothingElseUnsaid(CapturedOutput output) {
        areSlowed(500);

        told.isQuiet(new DestinationName("google.com"), Duration.ofMinutes(10), "421 4.7.28 Unusual rate");

        assertThat(output).contains("google.com gets nothing for 10 minutes");
    }

    private void areSlowed(int number) {
        for (int each = 1; each <= number; each++) {
            told.isSlowed(new DestinationName("small-" + each + ".example"), LATER);
        }
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("is slowed down"))
                .toList();
    }
}
