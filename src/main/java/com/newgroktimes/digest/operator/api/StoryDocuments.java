package com.newgroktimes.digest.operator.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;

/** The bodies that stories come in, none larger than a story can be. */
@Component
final class StoryDocuments {

    private static final int LARGEST_STORY = 1_000_000;
    private static final int LARGEST_ARRAY = 16_000_000;

    private final JsonMapper json;

    StoryDocuments(JsonMapper json) {
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** One story, or an array of them. */
    JsonNode json(HttpServletRequest request) {
        byte[] body = body(request, LARGEST_ARRAY);
        JsonNode told = parsed(body, request);
        if (!told.isArray()) {
            WholeBody.requireWithin(LARGEST_STORY, body.length);
        }
        return told;
    }

    private JsonNode parsed(byte[] body, HttpServletRequest request) {
        try {
            return json.readTree(body);
        } catch (JacksonException broken) {
            throw new HttpMessageNotReadableException("Broken JSON", broken, new ServletServerHttpRequest(request));
        }
    }

    /** In the charset that the request names, else UTF-8. */
    String text(HttpServletRequest request) {
        Charset charset = charset(request);
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(body(request, LARGEST_STORY)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The text cannot be read",
                    "The body is not in %1$s. Send it in %1$s, or name its charset in the header Content-Type."
                            .formatted(charset));
        }
    }

    /** As it came: what its charset is, the document may know better than the request. */
    byte[] bytes(HttpServletRequest request) {
        return body(request, LARGEST_ARRAY);
    }

    private static Charset charset(HttpServletRequest request) {
        Charset named = MediaType.parseMediaType(request.getContentType()).getCharset();
        return named == null ? StandardCharsets.UTF_8 : named;
    }

    private static byte[] body(HttpServletRequest request, int largest) {
        return WholeBody.of(new ServletServerHttpRequest(request), largest);
    }
}
