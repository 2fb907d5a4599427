package com.newgroktimes.digest.platform;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Puts {@link TroubleInTheLog} before all that count or write lines: what it leaves out was not logged. */
@Component
final class TroubleFilter implements DisposableBean {

    private final LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final TroubleInTheLog trouble = new TroubleInTheLog(System::nanoTime);

    TroubleFilter() {
        log.getTurboFilterList().add(0, trouble);
    }

    @Override
    public void destroy() {
        log.getTurboFilterList().remove(trouble);
    }
}
