package com.newgroktimes.digest.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Commands and the relay's answers to them, in order: one at a time, or several at once where the relay takes that. Not for two threads. */
final class Dialogue {

    private final OutputStream out;
    private final Replies replies;
    private final Deadline deadline;
    private final boolean pipelining;
    private final Deque<String> unsaid = new ArrayDeque<>();
    private int unanswered;
    private long lastHeard = System.nanoTime();

    /** @param pipelining whether the relay takes commands before it has answered those before them (RFC 2920) */
    Dialogue(OutputStream out, Replies replies, Deadline deadline, boolean pipelining) {
        this.out = out;
        this.replies = replies;
        this.deadline = deadline;
        this.pipelining = pipelining;
    }

    /** Begins with a group of commands, of which only the last may be one that must end a group (RFC 2920 §3.1). */
    void begin(List<String> commands) throws IOException {
        if (pipelining) {
            say(String.join("\r\n", commands));
            unanswered = commands.size();
        } else {
            unsaid.addAll(commands);
        }
    }

    /** The answer to the next command of the group. */
    Reply answer(Duration wait) throws IOException {
        if (unanswered > 0) {
            unanswered--;
        } else {
            say(unsaid.remove());
        }
        return heard(wait);
    }

    /** Says no more of the group, and hears the answers to what was said. True where the last of them asks for a message. */
    boolean breakOff(Duration wait) throws IOException {
        unsaid.clear();
        boolean asksForMessage = false;
        while (unanswered > 0) {
            asksForMessage = answer(wait).kind() == 3;
        }
        return asksForMessage;
    }

    Reply ask(String command, Duration wait) throws IOException {
        say(command);
        return heard(wait);
    }

    Reply heard(Duration wait) throws IOException {
        Reply reply = replies.read(deadline.most(wait));
        lastHeard = System.nanoTime();
        return reply;
    }

    boolean hasBeenIdleFor(Duration time) {
        return System.nanoTime() - lastHeard > time.toNanos();
    }

    /** Whether the relay said something unasked, or is gone. */
    boolean isOutOfStep() throws IOException {
        return replies.isOutOfStep();
    }

    private void say(String command) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
