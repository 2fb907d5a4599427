package com.newgroktimes.digest.mail.catching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server on a free port of this machine. It takes every mail, and answers 250 once its folder has it. */
public final class CatchingServer implements AutoCloseable {

    /** GreenMail's own, in front of what we sent. */
    private static final String[] TRACE = {"Return-Path", "Received"};

    /** GreenMail counts it to the dot, and drops it. */
    private static final byte[] LAST_LINE_END = {'\r', '\n'};

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public CatchingServer(MailFolder folder) {
        server.start();
        server.getUserManager().setMessageDeliveryHandler((mail, to) -> mailbox(folder));
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One for all: GreenMail's would be made for each address, and keep its mails in memory. */
    private GreenMailUser mailbox(MailFolder folder) {
        return new UserImpl("everyone", "everyone", "", server.getManagers().getImapHostManager()) {
            @Override
            public void deliver(MovingMessage mail) {
                folder.keep(source(mail.getMessage()));
            }
        };
    }

    private static byte[] source(MimeMessage mail) {
        var source = new ByteArrayOutputStream();
        try {
            mail.writeTo(source, TRACE);
            source.write(LAST_LINE_END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return source.toByteArray();
    }
}
