package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A command of curl as somebody pastes it into a shell, with the few options that our guides use. */
final class CurlCommand {

    /** A word as a shell takes it: pieces in single quotes, in double quotes, or bare, with nothing between them. */
    private static final Pattern WORD = Pattern.compile("(?s)(?:'[^']*'|\"[^\"]*\"|\\\\\\n|[^\\s'\"\\\\])+");

    private static final Pattern PIECE = Pattern.compile("(?s)'([^']*)'|\"([^\"]*)\"|\\\\\\n|([^\\s'\"\\\\]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    private CurlCommand() {}

    static HttpRequest.Builder request(String command, Map<String, String> variables) throws IOException {
        Iterator<String> words = words(command, variables).iterator();
        String url = "";
        String method = "";
        byte[] body = {};
        List<String> headers = new ArrayList<>();
        assertThat(words.next()).isEqualTo("curl");
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-X" -> method = words.next();
                case "-H" -> headers.addAll(List.of(words.next().split(": ", 2)));
                case "-d" -> body = words.next().getBytes(StandardCharsets.UTF_8);
                case "-T" -> body = Files.readAllBytes(Path.of(words.next()));
                default -> url = word;
            }
        }
        String verb = method.isEmpty() ? body.length == 0 ? "GET" : "POST" : method;
        return HttpRequest.newBuilder(URI.create(url))
                .method(verb, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .headers(headers.toArray(String[]::new));
    }

    private static List<String> words(String command, Map<String, String> variables) {
        return WORD.matcher(command)
                .results()
                .map(word -> unquoted(word.group(), variables))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String unquoted(String word, Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        for (Matcher piece = PIECE.matcher(word); piece.find(); ) {
            if (piece.group(1) != null) {
                text.append(piece.group(1));
            } else if (piece.group(2) != null || piece.group(3) != null) {
                text.append(set(piece.group(2) == null ? piece.group(3) : piece.group(2), variables));
            }
        }
        return text.toString();
    }

    private static String set(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "")));
    }
}
