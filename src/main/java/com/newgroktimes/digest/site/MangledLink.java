package com.newgroktimes.digest.site;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import com.newgroktimes.digest.subscribers.Door;

/** A link of ours that lost or gained something on its way, so that it was refused before any page was asked. */
final class MangledLink {

    private static final Pattern AS_WE_MAKE_THEM = Pattern.compile("[A-Za-z0-9_-]+(/[a-z]+)?");

    private MangledLink() {}

    /** Where it was to lead. Empty for one that may well be ours: then something else is wrong with the request. */
    static Optional<Door> in(String path) {
        return Arrays.stream(Door.values())
                .filter(door -> path.startsWith(door.path()))
                .filter(door -> !AS_WE_MAKE_THEM
                        .matcher(path.substring(door.path().length()))
                        .matches())
                .findFirst();
    }
}
