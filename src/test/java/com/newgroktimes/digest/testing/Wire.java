package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between two processes that can be broken and mended. */
public final class Wire implements AutoCloseable {

    private final int target;
    private final ServerSocket server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** @param target the port that it leads to */
    public Wire(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Whatever is on it is lost, and nothing new gets through. */
    public void breaks() {
        broken = true;
        ends.forEach(Wire::drop);
        ends.clear();
    }

    public void isMended() {
        broken = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                if (broken) {
                    drop(near);
                } else {
                    join(near);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket();
        far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        ends.add(near);
        ends.add(far);
        inBackground(() -> carry(near, far));
        inBackground(() -> carry(far, near));
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two is gone
        } finally {
            drop(from);
            drop(to);
        }
    }

    private static void drop(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        breaks();
        server.close();
    }
}
