package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.testing.Pipes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretFileTest {

    private static final String ONE = "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE=";
    private static final String TWO = "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjI=";

    @TempDir
    Path directory;

    @Test
    void theFirstKeyIsReadAgain() {
        SecretFile file = new SecretFile(directory.resolve("deeper/secrets"));

        assertThat(file.read()).isEmpty();
        String made = file.make().get(0).fingerprint();

        assertThat(file.read().orElseThrow()).extracting(Key::fingerprint).containsExactly(made);
    }

    @Test
    void onlyTheServiceItselfMayReadIt() throws IOException {
        Path path = directory.resolve("secrets");
        new SecretFile(path).make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFirstLineIsTheNewestKey() throws IOException {
        List<Key> keys = keysIn("# a remark\n\n  " + TWO + "  \r\n" + ONE);

        assertThat(keys).extracting(Key::fingerprint).containsExactly(fingerprint('2'), fingerprint('1'));
    }

    @Test
    void aFileThatCannotBeUsedStopsTheStartWithoutShowingWhatIsInIt() {
        for (String content : List.of("", "# nothing\n", "c2hvcnQ=\n", ONE.substring(1) + "\n", ONE + "\nhello!\n")) {
            assertThatThrownBy(() -> keysIn(content))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageNotContainingAny("c2hv", "MTEx", "hello");
        }
    }

    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void aPipeIsNotWaitedFor() throws Exception {
        SecretFile file = new SecretFile(Pipes.at(directory.resolve("secrets")));

        assertThatThrownBy(file::read).isInstanceOf(StartRefused.class).hasMessageContaining("no regular file");
    }

    private List<Key> keysIn(String content) throws IOException {
        Path path = Files.writeString(directory.resolve("secrets"), content);
        return new SecretFile(path).read().orElseThrow();
    }

    private static String fingerprint(char digit) {
        return new Key(String.valueOf(digit).repeat(Key.LENGTH).getBytes(US_ASCII)).fingerprint();
    }
}
