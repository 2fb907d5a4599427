package com.newgroktimes.digest.operator.api;

import java.time.DateTimeException;
import java.time.Instant;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A moment as it is written out, and in no other way: of a number nobody can see whether it counts seconds or milliseconds, and the
 * one taken for the other is a date tens of thousands of years away.
 */
final class WrittenMoment extends StdDeserializer<Instant> {

    WrittenMoment() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        String written = json.getString().strip();
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw context.weirdStringException(written, Instant.class, "no moment");
        }
    }
}
