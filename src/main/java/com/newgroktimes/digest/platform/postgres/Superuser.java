package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.newgroktimes.digest.platform.StartRefused;

/** PostgreSQL refuses to run as root. On Linux a user namespace makes root look like somebody else to it. */
final class Superuser {

    private Superuser() {}

    /** The command to put before each of the server's; empty for everyone but root. */
    static List<String> wrapper() {
        if (!isRoot()) {
            return List.of();
        }
        List<String> wrapper = List.of("unshare", "--user");
        try {
            Programs.output("unshare", List.of("unshare", "--user", "true"));
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL does not run as root, and root cannot step into a user namespace here: %s"
                            .formatted(e.getMessage()),
                    "Run the service as another user, allow user namespaces, or give it a PostgreSQL in"
                            + " spring.datasource.url.",
                    e);
        }
        return wrapper;
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self) && (int) Files.getAttribute(self, "unix:uid") == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
