package com.newgroktimes.digest.platform;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

/** What a person is shown where the server refuses a request by itself. It asks nothing of the database. */
public interface RefusalPage {

    /** @param path as it was sent; empty where not even that could be read */
    Shown of(HttpStatus refusal, String path, HttpServletRequest request);

    record Shown(HttpStatus status, String html) {}
}
