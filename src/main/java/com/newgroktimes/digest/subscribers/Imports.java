package com.newgroktimes.digest.subscribers;

import java.io.InputStream;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.imports.Intakes;

/** Takes lists of readers from elsewhere, as CSV. Nobody is mailed, and nobody comes to get more mail than we may send them. */
@Component
public class Imports {

    /** The first line of the file tells which system it comes from. */
    public static final String ANY_PROFILE = "";

    private final Intakes intakes;

    Imports(Intakes intakes) {
        this.intakes = intakes;
    }

    /** The systems whose lists are taken as they are exported. */
    public static List<String> profiles() {
        return Intakes.profiles();
    }

    /** Those that came in last, newest first. */
    public List<PastImport> latest(int most) {
        return intakes.latest(most);
    }

    public ImportReport take(InputStream csv, String by) {
        return take(csv, by, ANY_PROFILE);
    }

    /**
     * Block by block, each in a transaction of its own: what was taken stays, whatever comes after it, and the same file can be sent
     * again.
     *
     * @param by      who sends it
     * @param profile the system that it comes from, or {@link #ANY_PROFILE}
     * @throws com.newgroktimes.digest.platform.Problem where the file cannot be read on, with what was taken before
     */
    public ImportReport take(InputStream csv, String by, String profile) {
        return intakes.take(csv, by, profile);
    }

    public ImportReport rehearse(InputStream csv) {
        return rehearse(csv, ANY_PROFILE);
    }

    /** Counts the same, and changes nothing. */
    public ImportReport rehearse(InputStream csv, String profile) {
        return intakes.rehearse(csv, profile);
    }
}
