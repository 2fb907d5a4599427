package com.newgroktimes.digest.stories;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A picture as we serve it.
 *
 * @param hash SHA-256 of its bytes, in hex: another picture has another address
 */
public record Picture(String hash, String mediaType, int width, int height, byte[] bytes) {

    private static final Pattern PATH = Pattern.compile("/pictures/([0-9a-f]{64})\\.jpg");

    /** Where readers find the picture of that hash, on this service. */
    public static String path(String hash) {
        return "/pictures/" + hash + ".jpg";
    }

    /** Null where it is not the path of a picture that we serve. */
    static @Nullable String hashIn(String path) {
        Matcher ours = PATH.matcher(path);
        return ours.matches() ? ours.group(1) : null;
    }
}
