package com.newgroktimes.digest.editions;

import org.jspecify.annotations.Nullable;

/**
 * What an editor says of something that goes by rule where nobody chose: nothing, that it goes by rule again, or what it is to be.
 *
 * @param said  false where it stays as it is
 * @param value null: by rule again
 */
public record Wish<T>(boolean said, @Nullable T value) {

    public static <T> Wish<T> unsaid() {
        return new Wish<>(false, null);
    }

    public static <T> Wish<T> byRule() {
        return new Wish<>(true, null);
    }

    public static <T> Wish<T> of(T value) {
        return new Wish<>(true, value);
    }

    /** What is chosen now, where this was chosen before. */
    @Nullable
    T after(@Nullable T before) {
        return said ? value : before;
    }

    boolean is(T wanted) {
        return wanted.equals(value);
    }
}
