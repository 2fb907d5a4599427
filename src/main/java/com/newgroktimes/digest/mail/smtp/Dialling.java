package com.newgroktimes.digest.mail.smtp;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

/** Opens lines. */
public final class Dialling {

    private Dialling() {}

    /** Connects, greets, secures the line where the route asks for it, signs in where it has a password. */
    public static Line open(Route route, Patience patience) throws NoLine {
        return open(route, patience, patience, Deadline.NEVER, () -> false);
    }

    /**
     * @param dialling until there is a line
     * @param patience on the line
     * @param deadline when even the most patient phase is over, here and on the line
     * @param unwanted whether nobody needs the line any more, so that it is given up; asked again and again, and must not wait for anything
     */
    public static Line open(
            Route route, Patience dialling, Patience patience, Deadline deadline, BooleanSupplier unwanted)
            throws NoLine {
        var sockets = new Sockets(route.tls());
        var library = new Caller(
                Session.getInstance(properties(route, dialling, deadline, sockets)),
                new URLName(route.protocol(), route.host(), route.port(), null, null, null));
        library.setLocalHost(route.hello());
        var watch = new Watch(sockets);
        try {
            watch.begin(deadline.most(dialling.untilThereIsALine()), unwanted);
            library.connect(route.host(), route.port(), route.username(), route.password());
            if (route.hasAccount() && !library.letsSignIn()) {
                sockets.tcp().close();
                throw new MessagingException(
                        "it offers no way to sign in (AUTH), and a user name and a password are set.");
            }
            watch.end();
            sockets.trust();
            return new Line(library, sockets, watch, patience, deadline);
        } catch (MessagingException e) {
            watch.close();
            throw NoLine.of(route, library, e);
        } catch (IOException e) {
            watch.close();
            throw NoLine.of(route, library, new MessagingException("The line broke.", e));
        }
    }

    private static Properties properties(Route route, Patience dialling, Deadline deadline, Sockets sockets) {
        String ours = "mail." + route.protocol() + ".";
        var properties = new Properties();
        properties.putAll(route.properties());
        properties.put(ours + "connectiontimeout", millis(deadline.most(dialling.connect())));
        properties.put(ours + "timeout", millis(deadline.most(dialling.command())));
        properties.put(ours + "socketFactory", sockets.new Plain());
        properties.put(ours + "ssl.socketFactory", sockets.new Tls());
        properties.put(ours + "socketFactory.fallback", "false");
        properties.put(ours + "ssl.protocols", "TLSv1.2 TLSv1.3"); // RFC 8997
        if (route.protocol().equals("smtps")) {
            properties.put(ours + "ssl.enable", "true");
        }
        return properties;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
