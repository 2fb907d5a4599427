package com.newgroktimes.digest.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutgoingTest {

    private final CountDownLatch closed = new CountDownLatch(1);

    /** As the dot has it behind a message that just filled what the relay does not read. */
    @Test
    @Timeout(60)
    void whoeverWritesAFewBytesToARelayThatReadsNothingIsFreed() throws Exception {
        try (var watch = new Watch(closed::countDown);
                var out = new Outgoing(fullUntilClosed(), watch, Deadline.NEVER, Duration.ofMillis(100))) {
            assertThatThrownBy(() -> out.write("\r\n.\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .isInstanceOf(SocketException.class);
        }
    }

    private OutputStream fullUntilClosed() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new SocketException("Socket closed");
            }
        };
    }
}
