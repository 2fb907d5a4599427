package com.newgroktimes.digest.operator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.subscribers.Exports;
import com.newgroktimes.digest.subscribers.SubscriberState;

/** The whole list as a file. It is written as it is read; one that breaks off is never ended as a whole one is. */
@Component
public final class ListFile {

    private static final Logger log = LoggerFactory.getLogger(ListFile.class);

    private final Exports exports;
    private final Publication publication;
    private final Clock clock;

    ListFile(Exports exports, Publication publication, Clock clock) {
        this.exports = exports;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * @param state whom; empty: everybody
     * @param by    who asked for it
     */
    public void write(Optional<SubscriberState> state, String by, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment());
        Writer csv = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        try {
            long written = exports.write(state, csv);
            csv.flush();
            log.info("Export by {}: {} readers", by, written);
        } catch (UncheckedIOException gone) {
            log.info("An export by {} broke off: whoever asked for it took no more", by);
            throw gone.getCause();
        }
    }

    private String attachment() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), publication.timeZone());
        return ContentDisposition.attachment()
                .filename("subscribers-%s.csv".formatted(today))
                .build()
                .toString();
    }
}
