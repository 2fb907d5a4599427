package com.newgroktimes.digest.mail.smtp;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * The sockets of one line: made here, so that they send what they are given at once. With Nagle's algorithm on, each
 * message would wait some 40 ms for the relay's delayed acknowledgement.
 */
final class Sockets implements Closeable {

    /** More than any greeting and any chain of certificates: the mail library would keep whatever comes. */
    private static final int MAX_UNTRUSTED = 256 * 1024;

    private final SSLSocketFactory tls;
    private volatile @Nullable Socket tcp;
    private @Nullable Socket spoken;
    private volatile boolean trusted;

    Sockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** The socket without its TLS: closing this one never waits for a writer. */
    Socket tcp() {
        return made(tcp);
    }

    /** The socket to speak on. */
    Socket spoken() {
        return made(spoken);
    }

    /** The line stands: from here on we read what is said ourselves, and know where to stop. */
    void trust() {
        trusted = true;
    }

    @Override
    public void close() throws IOException {
        Socket made = tcp;
        if (made != null) {
            made.close();
        }
    }

    private static Socket made(@Nullable Socket socket) {
        if (socket == null) {
            throw new IllegalStateException("The mail library made a socket of its own.");
        }
        return socket;
    }

    private Socket atOnce(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        tcp = socket;
        spoken = socket;
        return socket;
    }

    private final class Untrusted extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                private int heard;

                @Override
                public int read() throws IOException {
                    count(1);
                    return super.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = super.read(into, offset, length);
                    count(read);
                    return read;
                }

                private void count(int read) throws ProtocolException {
                    heard += trusted ? 0 : Math.max(read, 0);
                    if (heard > MAX_UNTRUSTED) {
                        throw new ProtocolException("The relay talks without end.");
                    }
                }
            };
        }
    }

    /** The mail library asks for a socket, and connects it by itself. */
    final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return atOnce(new Untrusted());
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    /** The mail library puts TLS around a socket: a connected one of its own (port 465), or one of ours (STARTTLS). */
    final class Tls extends SSLSocketFactory {

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            atOnce(plain);
            Socket secured = tls.createSocket(plain, host, port, autoClose);
            spoken = secured;
            return secured;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
