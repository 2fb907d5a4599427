package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/**
 * What the log says of a database in trouble: from each place one line at once, then at most one a minute, with how often it was.
 * Everything that loops, ours and the libraries', meets the trouble at every turn, and a trace says nothing that the sentence does
 * not. Whoever sets a logger to DEBUG gets them all.
 */
final class TroubleInTheLog extends TurboFilter {

    private final LongSupplier nanos;
    private final Map<Place, OnceAMinute> told = new ConcurrentHashMap<>();

    TroubleInTheLog(LongSupplier nanos) {
        this.nanos = nanos;
        setName("trouble in the log");
    }

    /** @param pattern empty where a library may have put the text together, so that it is another one each time */
    private record Place(String logger, String pattern, DatabaseTrouble trouble) {

        static Place of(Logger logger, String format, Object @Nullable [] arguments, DatabaseTrouble trouble) {
            boolean isPattern = arguments != null && arguments.length > 0;
            return new Place(logger.getName(), isPattern ? format : "", trouble);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable given) {
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || logger.isDebugEnabled()) {
            return FilterReply.NEUTRAL;
        }
        FormattingTuple line = MessageFormatter.arrayFormat(format, arguments);
        Throwable failure = given == null ? line.getThrowable() : given;
        return DatabaseTrouble.behind(failure)
                .map(trouble -> {
                    tell(Place.of(logger, format, arguments, trouble), logger, line.getMessage(), failure);
                    return FilterReply.DENY;
                })
                .orElse(FilterReply.NEUTRAL);
    }

    private void tell(Place place, Logger logger, String message, @Nullable Throwable failure) {
        DatabaseTrouble trouble = place.trouble();
        told.computeIfAbsent(place, first -> new OnceAMinute(nanos)).comesUp().ifPresent(untold -> {
            String line = "%s: %s%s%s%s"
                    .formatted(
                            message.replaceFirst("[.:]$", ""),
                            trouble.sentence(),
                            trouble.passesByItself() ? "" : " " + trouble.remedy() + ".",
                            wordsOf(failure),
                            OnceAMinute.more(untold));
            if (trouble.passesByItself()) {
                logger.warn(line);
            } else {
                logger.error(line);
            }
        });
    }

    /** The database's own words, or the driver's: the innermost ones. */
    private static String wordsOf(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .map(words -> " It says: " + words.lines().findFirst().orElse(""))
                .orElse("");
    }
}
