package com.newgroktimes.digest.rendering;

import java.util.Map;

/** Words of a publication's own, for tests that start no service. */
public final class OwnWords {

    private OwnWords() {}

    public static Words in(String language, Map<String, String> own) {
        return new Words(new WordSettings(Map.of(language, own)));
    }
}
