package com.newgroktimes.digest.operator.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

import com.newgroktimes.digest.editions.Wish;

/** A field that may be missing (it stays as it is), null (it goes by rule again), or say what is wanted (RFC 7396 §2 tells them apart too). */
final class WishReader extends ValueDeserializer<Wish<?>> {

    private final @Nullable JavaType wanted;

    WishReader() {
        this(null);
    }

    private WishReader(@Nullable JavaType wanted) {
        this.wanted = wanted;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new WishReader(context.getContextualType().containedType(0));
    }

    @Override
    public Wish<?> deserialize(JsonParser json, DeserializationContext context) {
        Object value = context.readValue(json, wanted);
        return Wish.of(value);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Wish.byRule();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Wish.unsaid();
    }
}
