package com.newgroktimes.digest.mail.dkim;

import java.nio.file.Path;

/** Where a key is: under which selector the DNS has its public half, and in which file its private one is. */
public record KeyPlace(String selector, Path file) {}
