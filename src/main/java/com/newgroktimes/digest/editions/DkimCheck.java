package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.Fit;
import com.newgroktimes.digest.mail.dkim.PublishedKey;

/** Whether receivers can verify what is signed here. A record that is there and wrong always stops; one that is not there may. */
@Component
class DkimCheck implements SendCheck {

    /** What is shorter is still believed (RFC 8301 §3.2). */
    private static final int ENOUGH_BITS = 2048;

    private final Dkim dkim;
    private final Level level;

    DkimCheck(Dkim dkim, CheckSettings settings) {
        this.dkim = dkim;
        this.level = settings.network().level();
    }

    @Override
    public String rule() {
        return "dkim";
    }

    @Override
    public void ask(Edition edition) {
        dkim.ask();
    }

    @Override
    public List<Finding> look(Edition edition) {
        if (!dkim.isOn()) {
            return List.of(Finding.look("off"));
        }
        List<Finding> findings =
                dkim.published().stream().flatMap(this::findings).toList();
        return findings.isEmpty() ? List.of(Finding.fine(dkim.domain())) : findings;
    }

    private Stream<Finding> findings(PublishedKey key) {
        Stream<Finding> ofItsFile = key.fault().map(fault -> Finding.look("file", fault)).stream();
        return key.signs() ? Stream.concat(ofItsFile, inTheDns(key)) : ofItsFile;
    }

    private Stream<Finding> inTheDns(PublishedKey key) {
        return switch (key.fit()) {
            case FITS ->
                key
                        .bits()
                        .filter(bits -> bits < ENOUGH_BITS)
                        .map(bits -> Finding.look("short", key.record(), bits))
                        .stream();
            case TESTING -> Stream.of(Finding.look("testing", key.record()));
            case NO_SUCH_NAME -> Stream.of(new Finding(level, "no-name", List.of(key.record())));
            case NO_RECORD -> Stream.of(new Finding(level, "no-record", List.of(key.record())));
            case SEVERAL, REVOKED, OTHER_TYPE, OTHER_KEY, NOT_FOR_US, UNREADABLE ->
                Stream.of(Finding.stops(what(key.fit()), key.record()));
            case NO_ANSWER, NOT_ASKED ->
                Stream.of(new Finding(Level.UNCHECKED, what(key.fit()), List.of(key.record())));
        };
    }

    private static String what(Fit fit) {
        return fit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
