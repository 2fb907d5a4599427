package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.newgroktimes.digest.editions.Check;

/** @param hash the content that these results are about */
record ChecksBody(String hash, List<Row> rows) {

    record Row(String rule, String level, String message, Instant at) {

        static Row of(Check check) {
            return new Row(check.rule(), check.level().name().toLowerCase(Locale.ROOT), check.message(), check.at());
        }
    }

    static ChecksBody of(String hash, List<Check> checks) {
        return new ChecksBody(hash, checks.stream().map(Row::of).toList());
    }
}
