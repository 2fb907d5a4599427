package com.newgroktimes.digest.mail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.KeyRing;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.testing.SigningDomain;

/** No test, and so not named as one: {@code bench/sign} runs it, for what it prints. */
class SignedMailBench {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int MAILS = 4_000;
    private static final EmailAddress FROM = EmailAddress.ofOurs("digest@news.example");
    private static final OurAddresses OURS = new OurAddresses(FROM, FROM, FROM, FROM, "digest.news.example", null);

    @TempDir
    private Path directory;

    @Test
    void tellsWhatAMailCosts() throws Exception {
        tell("nothing", Dkim.off());
        tell("rsa-sha256", on(new SigningDomain("news.example", directory).withKey("r1", Algorithm.RSA)));
        tell(
                "both",
                on(new SigningDomain("news.example", directory)
                        .withKey("r1", Algorithm.RSA)
                        .withKey("e1", Algorithm.ED25519)));
    }

    private static Dkim on(SigningDomain domain) throws Exception {
        return Dkim.on("news.example", new KeyRing(domain.places()), Resolver.ofTheSystem(), Clock.systemUTC());
    }

    private static void tell(String by, Dkim dkim) {
        var messages = new Messages(OURS, dkim);
        Skeleton.Marks marks = Skeleton.Marks.random();
        String half = "<td>Some words of a story, told at some length.</td>  \n".repeat(600);
        Skeleton body = Skeleton.cut(
                half.substring(0, 8_000) + marks.of(Slot.UNSUBSCRIBE),
                half + marks.of(Slot.UNSUBSCRIBE) + half.substring(0, 9_000),
                marks);
        micros(messages, body); // warm
        byte[] mail = mail(messages, body, 0).bytes();
        System.out.printf(
                "Signed by %s: %.0f us of a processor for a mail of %d KB%n",
                by, micros(messages, body), mail.length / 1000);
    }

    private static double micros(Messages messages, Skeleton body) {
        long began = PROCESSOR.getCurrentThreadCpuTime();
        for (int i = 0; i < MAILS; i++) {
            mail(messages, body, i);
        }
        return (PROCESSOR.getCurrentThreadCpuTime() - began) / 1e3 / MAILS;
    }

    private static Message mail(Messages messages, Skeleton body, int number) {
        MessageHead head = Letterhead.of("Gazette", FROM, FROM, "Edition 12", "en")
                .to(
                        EmailAddress.stored("reader." + number + "@example.org"),
                        Clock.systemUTC().instant().atZone(ZoneOffset.UTC),
                        "<12.1." + number + "@news.example>");
        return messages.of(head, body, Map.of(Slot.UNSUBSCRIBE, "https://news.example/u/" + number));
    }
}
