package com.newgroktimes.digest.subscribers.imports;

import java.util.List;

/** Where the blocks of a file go. */
interface Entries {

    Merge take(List<Row> block);
}
