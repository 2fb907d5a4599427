package com.newgroktimes.digest.delivery.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.platform.DataDirectory;

/** Whether a run can still write down what becomes of each message, as far as this machine's own disk is concerned. */
@Component
final class DiskSpace {

    private final DataDirectory data;
    private final DataSize least;

    DiskSpace(DataDirectory data, DeliverySettings settings) {
        this.data = data;
        this.least = settings.safety().diskBelow();
    }

    /** The reason to pause, if there is one. */
    Optional<String> tooLittle() {
        try {
            long usable = Files.getFileStore(data.root()).getUsableSpace();
            return usable >= least.toBytes() ? Optional.empty() : Optional.of(reason(usable));
        } catch (IOException e) {
            return Optional.of("The disk of %s cannot be looked at: %s".formatted(data.root(), e.getMessage()));
        }
    }

    private String reason(long usable) {
        return "The disk of %s has %d MB left, less than the %d MB that a send needs: make room, then resume."
                .formatted(data.root(), DataSize.ofBytes(usable).toMegabytes(), least.toMegabytes());
    }
}
