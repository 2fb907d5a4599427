package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Nu HTML checker, which holds a page to what the standard of HTML says. It runs beside the tests, in a process of its own: what it
 * leans on is older than what we do, and would be found in its place.
 */
public final class HtmlChecker {

    /** Written by the build, in profile "browser" alone. */
    private static final Path CLASS_PATH = Path.of("target", "nu.classpath");

    private HtmlChecker() {}

    /**
     * What is wrong, in words, warnings too; each begins with the name of its page.
     *
     * @param pages HTML as it is served, by name
     */
    public static List<String> faults(Map<String, String> pages) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "html-");
            try {
                return check(directory, pages);
            } finally {
                FileSystemUtils.deleteRecursively(directory);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> check(Path directory, Map<String, String> pages)
            throws IOException, InterruptedException {
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = Files.writeString(directory.resolve(names.size() + ".html"), page.getValue());
            names.put(file.getFileName().toString(), page.getKey());
        }
        List<String> faults = new ArrayList<>();
        for (JsonNode message : messages(directory)) {
            String file = Path.of(URI.create(message.get("url").asString()))
                    .getFileName()
                    .toString();
            faults.add("%s: %s %s"
                    .formatted(
                            names.get(file),
                            message.get("message").asString(),
                            message.path("extract").asString()));
        }
        return faults;
    }

    private static JsonNode messages(Path directory) throws IOException, InterruptedException {
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xss4m",
                        "-cp",
                        Files.readString(CLASS_PATH),
                        "nu.validator.client.SimpleCommandLineValidator",
                        "--format",
                        "json",
                        "--stdout",
                        "--exit-zero-always",
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (checker.waitFor() != 0) {
            throw new AssertionError("The checker did not check: " + said);
        }
        return JsonMapper.shared().readTree(said).get("messages");
    }
}
