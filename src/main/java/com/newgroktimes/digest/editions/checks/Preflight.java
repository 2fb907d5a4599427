package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Finding;

/** All rules about an edition's content. */
@Component
public class Preflight {

    private static final List<Rule> ON_CONTENT = List.of(
            new Headline(),
            new SameHeadline(),
            new Tldr(),
            new AltText(),
            new Perspectives(),
            new Lengths(),
            new NewsSources(),
            new FillerText(),
            new SubjectLine(),
            new PostalAddress(),
            new Rendering());

    /** They read the rendered mail, and know nothing where there is none. */
    private static final List<Rule> ON_MAIL = List.of(
            new UnsubscribeLink(),
            new LeftoverMarks(),
            new TextPart(),
            new ForeignHosts(),
            new Structure(),
            new Contrast(),
            new Amount(),
            new Size());

    private static final List<Finding> UNKNOWN = List.of(new Finding(Level.UNCHECKED, "unknown", List.of()));

    private final List<Rule> configured;
    private final Proofs proofs;
    private final Wording wording;

    /** @param configured those that depend on settings */
    Preflight(List<Rule> configured, Proofs proofs, Wording wording) {
        this.configured = configured;
        this.proofs = proofs;
        this.wording = wording;
    }

    /** What each rule says. */
    public List<Check> check(Edition edition) {
        Proof proof = proofs.of(edition);
        return Stream.concat(
                        Stream.concat(ON_CONTENT.stream(), configured.stream())
                                .flatMap(rule -> rows(rule, rule.look(proof))),
                        ON_MAIL.stream()
                                .flatMap(rule -> rows(rule, proof.fault() == null ? rule.look(proof) : UNKNOWN)))
                .toList();
    }

    /** How large the longest copy's HTML is; 0 where it cannot be rendered. */
    public int bytes(Edition edition) {
        return Size.of(proofs.of(edition));
    }

    private Stream<Check> rows(Rule rule, List<Finding> findings) {
        return wording.of(rule.id(), findings).stream();
    }
}
