package com.newgroktimes.digest.stories.pages;

/**
 * How many letters, and blanks between them, stand in an element.
 *
 * @param linked     of all, those in links
 * @param own        of all, those in no element within it
 * @param paragraphs those in paragraphs, and of the linked ones half: lists of headlines have none. A paragraph within a quotation counts twice
 */
record TextExtent(long all, long linked, long own, long paragraphs) {

    static final TextExtent NONE = new TextExtent(0, 0, 0, 0);
}
