package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

import com.newgroktimes.digest.platform.PrivateFiles;

/**
 * How we sign in to our own server. Without a password anyone on this machine would be its superuser, and through it have a
 * shell.
 */
record Login(String user, String password) {

    /** Kept in a file of mode 0600, made where there is none. */
    static Login in(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, HexFormat.of().formatHex(random) + "\n");
        }
        return new Login("postgres", Files.readString(file).strip());
    }

    @Override
    public String toString() {
        return user;
    }
}
