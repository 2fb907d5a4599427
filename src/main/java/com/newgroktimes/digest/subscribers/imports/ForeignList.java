package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Set;

/** How another system tells what we keep of a reader. Names of columns are in lower case. */
interface ForeignList {

    /** Whose it is. */
    String system();

    /** Columns that its lists have, and ours and those of the others together have not. */
    Set<String> signs();

    /** Every column that something is read from. */
    Set<String> columns();

    /** All that the column of the state may hold; empty where it may hold anything. */
    List<String> states();

    /** Which column of theirs says that; empty where none does. */
    String source(Column column, ForeignLine line);

    /** What a line comes to in our words; empty where it says nothing. Confirmed is who is proven to have confirmed. */
    String cell(Column column, ForeignLine line);
}
