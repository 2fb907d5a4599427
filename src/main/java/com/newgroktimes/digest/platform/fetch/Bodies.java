package com.newgroktimes.digest.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;

/**
 * What is read of the bodies of answers.
 *
 * @param mostBytes how many of one are taken, unpacked
 */
record Bodies(int mostBytes) {

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429, 503);
    private static final int MOST_OF_A_REFUSAL = 64 * 1024;

    /** @throws FetchFault where it answered anything but that it is here */
    byte[] wanted(URI address, ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() != HttpStatus.SC_OK) {
            throw FetchFault.at(
                    address, "answered %d. See whether it is still there.".formatted(answer.getCode()), null);
        }
        return whole(address, answer);
    }

    /** Whole where it is here; the beginning where programs are kept out; of any other answer, nothing. */
    byte[] any(URI address, ClassicHttpResponse answer) throws IOException {
        return answer.getCode() == HttpStatus.SC_OK ? whole(address, answer) : refusal(answer);
    }

    /**
     * The same, and what came before the line broke where something did.
     *
     * @param until by when it must be over, as {@link System#nanoTime} has it: what is late is not broken
     */
    Body anyInPart(URI address, ClassicHttpResponse answer, long until) throws IOException {
        if (answer.getCode() != HttpStatus.SC_OK || answer.getEntity() == null) {
            return Body.whole(any(address, answer));
        }
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        try {
            take(answer.getEntity(), came);
        } catch (IOException broken) {
            if (came.size() == 0 || !Diagnosis.isBrokenOff(broken) || System.nanoTime() - until >= 0) {
                throw broken;
            }
            return new Body(bounded(address, came.toByteArray()), Diagnosis.of(address, broken, false));
        }
        return Body.whole(bounded(address, came.toByteArray()));
    }

    private byte[] whole(URI address, ClassicHttpResponse answer) throws IOException {
        HttpEntity entity = answer.getEntity();
        return entity == null
                ? new byte[0]
                : bounded(address, entity.getContent().readNBytes(mostBytes + 1));
    }

    private void take(HttpEntity entity, ByteArrayOutputStream came) throws IOException {
        byte[] some = new byte[8192];
        InputStream content = entity.getContent();
        for (int n = content.read(some); n >= 0 && came.size() <= mostBytes; n = content.read(some)) {
            came.write(some, 0, n);
        }
    }

    private byte[] bounded(URI address, byte[] bytes) {
        if (bytes.length > mostBytes) {
            throw FetchFault.at(
                    address,
                    "has more than the %,d bytes that are taken. Give a smaller one.".formatted(mostBytes),
                    null);
        }
        return bytes;
    }

    /** Who keeps programs out says so on a page; that it breaks off says nothing. */
    private static byte[] refusal(ClassicHttpResponse answer) {
        HttpEntity entity = answer.getEntity();
        if (entity == null || !REFUSALS.contains(answer.getCode())) {
            return new byte[0];
        }
        try {
            return entity.getContent().readNBytes(MOST_OF_A_REFUSAL);
        } catch (IOException broken) {
            return new byte[0];
        }
    }
}
