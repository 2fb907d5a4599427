package com.newgroktimes.digest.stories;

/** A file or picture that cannot be read, or must not; the message is a sentence that says why. */
final class UnreadableFile extends RuntimeException {

    UnreadableFile(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
