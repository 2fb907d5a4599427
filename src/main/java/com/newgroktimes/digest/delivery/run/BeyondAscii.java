package com.newgroktimes.digest.delivery.run;

/** What becomes of a reader whose address has letters beyond ASCII, where the relay that has the message takes none such. */
enum BeyondAscii {
    /** Another that may take it is expected to go on. */
    BY_ANOTHER,
    /** Those that may take it are away, or refuse us: that is not the reader's fault. */
    LATER,
    /** All have said that they take none. */
    BY_NOBODY
}
