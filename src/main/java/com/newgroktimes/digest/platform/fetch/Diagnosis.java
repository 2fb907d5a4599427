package com.newgroktimes.digest.platform.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

import com.newgroktimes.digest.platform.fetch.FetchFault.Kind;

/** What an exchange that failed tells of the site that was asked. */
final class Diagnosis {

    private static final Pattern NO_SUCH_HOST =
            Pattern.compile("not known|No such host|No address associated", Pattern.CASE_INSENSITIVE);

    /** The client's own sentence names addresses and says the rest in words for its makers. */
    private static final Pattern REFUSED = Pattern.compile("refused", Pattern.CASE_INSENSITIVE);

    private Diagnosis() {}

    /** @param late whether there was no time left for an answer */
    static FetchFault of(URI address, Exception e, boolean late) {
        if (e instanceof HostNotOpen closed) {
            return FetchFault.of(Kind.CLOSED, address, "is not fetched: " + closed.getMessage(), closed);
        }
        if (e instanceof UnknownHostException unknown) {
            return unfound(address, unknown);
        }
        if (e instanceof SSLException unproven) {
            return FetchFault.of(Kind.UNPROVEN, address, Unproven.what(address, unproven), unproven);
        }
        if (e instanceof IllegalArgumentException) {
            return FetchFault.at(
                    address, "is no address that can be called (%s). Give another one.".formatted(e.getMessage()), e);
        }
        Optional<String> packing = Packing.refused(e);
        if (packing.isPresent()) {
            return FetchFault.at(
                    address,
                    "is packed as %s, and only gzip and deflate are unpacked. See that its site sends what was asked for."
                            .formatted(packing.get()),
                    e);
        }
        return broken(address, e, late || e instanceof InterruptedIOException);
    }

    private static FetchFault unfound(URI address, UnknownHostException e) {
        return isUnknown(e)
                ? FetchFault.of(
                        Kind.NO_SUCH_HOST,
                        address,
                        "is not to be found: there is no host %s. Correct it.".formatted(address.getHost()),
                        e)
                : FetchFault.of(
                        Kind.SILENCE,
                        address,
                        "could not be looked up: no name server tells where %s is. Try again, and look at the name server if it goes on."
                                .formatted(address.getHost()),
                        e);
    }

    private static FetchFault broken(URI address, Exception e, boolean late) {
        if (late) {
            return FetchFault.of(
                    Kind.SILENCE,
                    address,
                    "did not answer in time. Try again, and look at that site if it goes on.",
                    e);
        }
        return FetchFault.of(
                isNonsense(e) ? Kind.ANSWER : Kind.SILENCE,
                address,
                "could not be fetched: %s. Try again, and look at that site if it goes on.".formatted(reason(e)),
                e);
    }

    private static String reason(Exception e) {
        if (e instanceof NoHttpResponseException) {
            return "it hung up without an answer";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return REFUSED.matcher(String.valueOf(e.getMessage())).find()
                    ? "it refuses the connection"
                    : "no way leads to it from here";
        }
        if (isBroken(e)) {
            return "it broke off its answer";
        }
        if (e instanceof MessageConstraintException) {
            return "its answer begins with more headers, or longer ones, than are read";
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return "its answer is not packed as it says";
        }
        return isNonsense(e) ? "what it answers is no proper HTTP (%s)".formatted(e.getMessage()) : e.toString();
    }

    /** Whether what came is the beginning of an answer. */
    static boolean isBrokenOff(IOException e) {
        return isBroken(e) || e instanceof EOFException;
    }

    private static boolean isBroken(Exception e) {
        return e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || e instanceof SocketException;
    }

    /** Whether something came, and it was no HTTP or not packed as it says. An end too soon is the connection's. */
    private static boolean isNonsense(Exception e) {
        return e instanceof HttpException
                || e instanceof ClientProtocolException
                || e instanceof MessageConstraintException
                || (e instanceof MalformedChunkCodingException && !(e instanceof TruncatedChunkException))
                || e instanceof ZipException
                || e instanceof EOFException;
    }

    /** A name server that cannot be reached says nothing of the host. Only the system's own words tell the two apart. */
    private static boolean isUnknown(UnknownHostException e) {
        return NO_SUCH_HOST.matcher(String.valueOf(e.getMessage())).find();
    }
}
