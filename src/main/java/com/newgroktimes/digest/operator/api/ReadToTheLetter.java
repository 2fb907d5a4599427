package com.newgroktimes.digest.operator.api;

import java.time.Instant;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import com.newgroktimes.digest.editions.Wish;

/**
 * Refuses an {@link Instruction} with an unknown field, with a field that is there twice, with a text where a number belongs, or with
 * a number where a moment does. All other JSON, what we stored ourselves above all, may say more than we know.
 */
@Component
final class ReadToTheLetter implements ServerHttpMessageConvertersCustomizer {

    private final JsonMapper json;

    ReadToTheLetter(JsonMapper json) {
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .addModule(new SimpleModule("moments").addDeserializer(Instant.class, new WrittenMoment()))
                .addModule(new SimpleModule("wishes").addDeserializer(Wish.class, new WishReader()))
                .build();
    }

    @Override
    public void customize(ServerBuilder converters) {
        converters.configureMessageConverters(this::teach);
    }

    private void teach(HttpMessageConverter<?> converter) {
        if (converter instanceof JacksonJsonHttpMessageConverter jackson) {
            jackson.registerMappersForType(Instruction.class, mappers -> mappers.put(MediaType.APPLICATION_JSON, json));
        }
    }
}
