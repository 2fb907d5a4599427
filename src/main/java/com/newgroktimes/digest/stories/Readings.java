package com.newgroktimes.digest.stories;

import java.util.List;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;

/** Reads one story from each kind of document that stories come in. Stores nothing. */
@Component
public class Readings {

    private final Publication publication;
    private final ObjectReader strict;

    Readings(Publication publication, JsonMapper json) {
        this.publication = publication;
        this.strict = json.readerFor(RawStory.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * From the shape of the API.
     *
     * @throws Problem where it has a field that no story has, or something in a field that cannot stand there
     */
    public Reading json(JsonNode told) {
        if (!told.isObject()) {
            throw Flaw.refusal(List.of(Misshapen.NO_OBJECT));
        }
        try {
            return checked(strict.readValue(told));
        } catch (DatabindException e) {
            throw Flaw.refusal(List.of(Misshapen.flaw(e)));
        }
    }

    private Reading checked(RawStory told) {
        return new StoryCheck(publication).check(told);
    }
}
