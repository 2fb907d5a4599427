package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other sources last told of a story than the one that has the say, whoever told it earlier first. */
record OtherTellings(List<OtherTelling> all) {

    static final OtherTellings NONE = new OtherTellings(List.of());

    record OtherTelling(String source, Telling telling) {}

    OtherTellings {
        all = List.copyOf(all);
    }

    Optional<Telling> of(String source) {
        return all.stream()
                .filter(other -> other.source().equals(source))
                .findFirst()
                .map(OtherTelling::telling);
    }

    /** It keeps its place. */
    OtherTellings with(String source, Telling telling) {
        List<OtherTelling> with = new ArrayList<>(all);
        with.replaceAll(other -> other.source().equals(source) ? new OtherTelling(source, telling) : other);
        if (of(source).isEmpty()) {
            with.add(new OtherTelling(source, telling));
        }
        return new OtherTellings(with);
    }

    OtherTellings without(String source) {
        return new OtherTellings(
                all.stream().filter(other -> !other.source().equals(source)).toList());
    }

    /** A telling with what it leaves empty. */
    Telling completing(Telling told) {
        Story story = told.story();
        String proposed = told.tldrProposed();
        for (OtherTelling other : all) {
            story = new Retelling(story, null, other.telling().story()).merged();
            proposed = proposed != null ? proposed : other.telling().tldrProposed();
        }
        return new Telling(story, proposed);
    }
}
