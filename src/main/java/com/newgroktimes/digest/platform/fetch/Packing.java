package com.newgroktimes.digest.platform.fetch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.apache.hc.client5.http.entity.InputStreamFactory;

/**
 * In what an answer may be packed. Others, which the client offers by itself where their libraries are about, let a
 * few bytes ask for any amount of memory before the first byte is unpacked.
 */
final class Packing {

    private static final String UNKNOWN = "Unsupported Content-Encoding: ";

    private Packing() {}

    /** By the name that HTTP has for it (RFC 9110 §8.4.1), those we ask for. */
    static Map<String, InputStreamFactory> decoders() {
        Map<String, InputStreamFactory> decoders = new LinkedHashMap<>();
        decoders.put("gzip", GZIPInputStream::new);
        decoders.put("deflate", DeflateInputStream::new);
        return decoders;
    }

    /** What an answer is packed in that was refused for that; the client has only words for it. */
    static Optional<String> refused(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(UNKNOWN) ? Optional.of(message.substring(UNKNOWN.length())) : Optional.empty();
    }
}
