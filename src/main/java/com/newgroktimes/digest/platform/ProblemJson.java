package com.newgroktimes.digest.platform;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What went wrong, as {@code application/problem+json} (RFC 9457). */
@Component
public final class ProblemJson {

    private final JsonMapper json;

    ProblemJson(JsonMapper json) {
        this.json = json;
    }

    /** Whether the caller is a program: it asks below {@code /api/}, or for JSON and no page. */
    public static boolean isWanted(String path, @Nullable String accept) {
        return path.startsWith("/api/") || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    /** In the order of RFC 9457 §3.1. */
    public static Map<String, Object> members(HttpStatusCode status, String title, String detail, String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.put("instance", instance);
        return members;
    }

    public byte[] of(HttpStatus status, String detail, String instance) {
        return json.writeValueAsBytes(members(status, status.getReasonPhrase(), detail, instance));
    }
}
