package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Gives sources and posts their numbers: as printed or, where none is, by position; never the same number twice. */
final class Numbering {

    private final Set<Integer> taken = new HashSet<>();

    /** A list whose numbers were all given before starts again: it runs on from the list before it. */
    List<Integer> number(List<@Nullable Integer> given) {
        int before = taken.stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean startsAgain = given.stream().anyMatch(taken::contains);
        List<@Nullable Integer> shifted = new ArrayList<>();
        for (Integer n : given) {
            shifted.add(n == null || !startsAgain ? n : Integer.valueOf(n + before));
        }
        return filled(shifted, before);
    }

    private List<Integer> filled(List<@Nullable Integer> given, int before) {
        Set<Integer> spokenFor = new HashSet<>(given);
        List<Integer> numbers = new ArrayList<>();
        for (Integer n : given) {
            boolean usable = n != null && !taken.contains(n);
            int number = usable ? n : firstFree(before + numbers.size() + 1, spokenFor);
            taken.add(number);
            numbers.add(number);
        }
        return numbers;
    }

    private int firstFree(int from, Set<Integer> spokenFor) {
        int number = from;
        while (taken.contains(number) || spokenFor.contains(number)) {
            number++;
        }
        return number;
    }
}
