package com.newgroktimes.digest.delivery.spam;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.AskedCheck;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.platform.Problem;

/** A spam filter finds little in the mail, as most readers get it. */
@Component
class SpamScoreCheck implements AskedCheck {

    private static final Logger log = LoggerFactory.getLogger(SpamScoreCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Variant USUAL = new Variant("en", "html", List.of());

    private final @Nullable SpamdAddress address;
    private final double limit;
    private final Deliveries deliveries;

    SpamScoreCheck(SpamSettings settings, Deliveries deliveries) {
        this.address = settings.spamd();
        this.limit = settings.spamScoreAbove();
        this.deliveries = deliveries;
    }

    @Override
    public String rule() {
        return "spam-score";
    }

    @Override
    public boolean wanted() {
        return address != null;
    }

    @Override
    public List<Finding> ask(Edition edition) {
        return address == null ? List.of() : List.of(ask(edition, address));
    }

    private Finding ask(Edition edition, SpamdAddress asked) {
        try {
            byte[] message = deliveries.sample(edition.number(), USUAL).message();
            SpamVerdict verdict = new Spamd(asked, PATIENCE).judge(message);
            return verdict.points() > limit
                    ? Finding.look("high", verdict.points(), limit, String.join(", ", verdict.rules()))
                    : Finding.fine(verdict.points(), limit);
        } catch (Problem broken) {
            // The rules on the mail say why it cannot be rendered.
            return new Finding(Level.UNCHECKED, "not-asked", List.of());
        } catch (ProtocolException e) {
            log.warn("What answers at {} gave no spam score of edition {}.", asked, edition.number(), e);
            return new Finding(Level.UNCHECKED, "nonsense", List.of(asked.toString()));
        } catch (IOException e) {
            log.warn("SpamAssassin at {} gave no spam score of edition {}.", asked, edition.number(), e);
            return new Finding(Level.UNCHECKED, "silent", List.of(asked.toString()));
        }
    }
}
