package com.newgroktimes.digest.rendering;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.Problem;

/**
 * The templates that mails are made from now: the publication's own directory before the jar, looked at every few seconds. What
 * lies there is taken as a whole or not at all: a fault in one file leaves everything as it was, so no mail is ever made from
 * half of a change.
 */
final class TemplatesInUse {

    private static final Logger log = LoggerFactory.getLogger(TemplatesInUse.class);

    private final @Nullable Path directory;
    private final CommonModel common;
    private final Trial trial;
    private final long lookNanos;

    private final ReentrantLock looking = new ReentrantLock();

    private volatile TemplateSet inUse;
    private volatile @Nullable RefusedTemplates refused;
    private OwnFiles taken = OwnFiles.NONE;
    private boolean soundBefore;
    private @Nullable OwnFiles seen;
    private long lookAgainAt = System.nanoTime();

    TemplatesInUse(@Nullable Path directory, CommonModel common, Trial trial, Duration lookEvery) {
        this.directory = directory;
        this.common = common;
        this.trial = trial;
        this.lookNanos = lookEvery.toNanos();
        this.inUse = new TemplateSet(OwnFiles.NONE, common);
    }

    /** While somebody tries a change, everybody else goes on with what there is. */
    TemplateSet now() {
        if (directory != null && looking.tryLock()) {
            try {
                if (System.nanoTime() - lookAgainAt >= 0) {
                    look(directory);
                    lookAgainAt = System.nanoTime() + lookNanos;
                }
            } finally {
                looking.unlock();
            }
        }
        return inUse;
    }

    /** Nothing where all that lies in the directory is in use. */
    Optional<RefusedTemplates> refused() {
        now();
        return Optional.ofNullable(refused);
    }

    private void look(Path directory) {
        try {
            OwnFiles files = read(directory);
            if (!files.equals(seen)) {
                seen = files;
                take(files);
            }
        } catch (Problem fault) {
            refuse(directory, fault.detail(), null);
        } catch (RuntimeException | Error fault) {
            refuse(directory, "They cannot be used: %s.".formatted(fault), fault);
        }
    }

    /** What could not be read may be as before once it can. */
    private OwnFiles read(Path directory) {
        @Nullable OwnFiles before = seen;
        seen = null;
        OwnFiles files = OwnFiles.in(directory);
        seen = before;
        return files;
    }

    private void take(OwnFiles files) {
        if (!files.equals(taken)) {
            var set = new TemplateSet(files, common);
            trial.of(set);
            inUse = set;
            taken = files;
            log.info(
                    "In use of the publication's own templates: {}",
                    files.contents().keySet());
        }
        soundBefore = true;
        refused = null;
    }

    /** @param trace where it is no fault that the templates are told of, but one in what makes mails of them */
    private void refuse(Path directory, String fault, @Nullable Throwable trace) {
        var now = new RefusedTemplates(fault, soundBefore);
        if (!now.equals(refused)) {
            log.error(
                    "The templates in {} are refused, and {} stay in use. {}",
                    directory.toAbsolutePath(),
                    now.earlierInUse() ? "those before them" : "the jar's",
                    now.fault(),
                    trace);
        }
        refused = now;
    }
}
