package com.newgroktimes.digest.testing;

import com.icegreen.greenmail.util.ServerSetup;

/** Where a GreenMail listens, which may take its time to start on a machine in use. */
public final class MailSetup {

    private static final long PATIENCE_MILLIS = 60_000;

    private MailSetup() {}

    public static ServerSetup smtpAt(int port) {
        return at(port, ServerSetup.PROTOCOL_SMTP);
    }

    public static ServerSetup at(int port, String protocol) {
        var setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(PATIENCE_MILLIS);
        return setup;
    }
}
