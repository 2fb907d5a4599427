package com.newgroktimes.digest.testing;

import java.util.List;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The mail server that the service under test sends through: it takes everything and keeps it. */
public final class MailServer {

    private static final GreenMail SERVER = start();

    private MailServer() {}

    public static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** Everything that came since the test began, in the order in which it came. */
    public static List<MimeMessage> received() {
        return List.of(SERVER.getReceivedMessages());
    }

    /** Until it comes back, nobody answers at its port. */
    public static void goesAway() {
        SERVER.stop();
    }

    public static void comesBack() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
    }

    static void empty() {
        try {
            SERVER.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail start() {
        GreenMail server =
                new GreenMail(new ServerSetup(ProcessSettings.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return server;
    }
}
