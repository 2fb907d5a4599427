package com.newgroktimes.digest.testing;

import java.util.List;
import java.util.concurrent.Semaphore;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;

/** The mail server that the service under test sends through: it takes everything and keeps it. */
public final class MailServer {

    private static final int ENOUGH = 1_000_000;
    private static final Semaphore APPETITE = new Semaphore(ENOUGH);
    private static final GreenMail SERVER = start();
    private static final int PORT = SERVER.getSmtp().getPort();

    private MailServer() {}

    public static int port() {
        return PORT;
    }

    /** Everything that came since the test began: mailbox by mailbox, each in the order in which it came. */
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
            waitForAppetite(SERVER.getUserManager());
        }
    }

    /** It takes so many messages more; whoever brings another one waits. */
    public static void takesOnly(int messages) {
        APPETITE.drainPermits();
        APPETITE.release(messages);
    }

    /** It takes so many more of those that wait. */
    public static void takes(int messages) {
        APPETITE.release(messages);
    }

    public static void takesEverything() {
        takesOnly(ENOUGH);
    }

    static void empty() {
        takesEverything();
        forgets();
    }

    /** What came so far. */
    public static void forgets() {
        try {
            SERVER.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(MailSetup.smtpAt(ProcessSettings.freePort()));
        server.start();
        waitForAppetite(server.getUserManager());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return server;
    }

    private static void waitForAppetite(UserManager mailboxes) {
        MessageDeliveryHandler usual = mailboxes.getMessageDeliveryHandler();
        mailboxes.setMessageDeliveryHandler((message, to) -> {
            APPETITE.acquireUninterruptibly();
            return usual.handle(message, to);
        });
    }
}
