package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.ImportReport;
import com.newgroktimes.digest.subscribers.Imports;

/** Lists of readers from elsewhere. Their bodies are read as they come, however long they are. */
@RestController
@RequestMapping(path = "/api/v1/subscribers/import", produces = MediaType.APPLICATION_JSON_VALUE)
final class ImportApi {

    private static final String DRY_RUN = "dry-run";
    private static final String PROFILE = "profile";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = "text/csv")
    ImportReport take(HttpServletRequest request, Principal operator)
            throws IOException, HttpMediaTypeNotSupportedException {
        requireUtf8(MediaType.parseMediaType(request.getContentType()));
        boolean dryRun = isDryRun(request);
        String profile = Objects.requireNonNullElse(request.getParameter(PROFILE), Imports.ANY_PROFILE);
        return dryRun
                ? imports.rehearse(request.getInputStream(), profile)
                : imports.take(request.getInputStream(), operator.getName(), profile);
    }

    private static void requireUtf8(MediaType given) throws HttpMediaTypeNotSupportedException {
        if (given.getCharset() != null && !StandardCharsets.UTF_8.equals(given.getCharset())) {
            throw new HttpMediaTypeNotSupportedException(given, List.of(CSV));
        }
    }

    /** A slip in the word would make a rehearsal the real thing: what is not understood is refused. */
    private static boolean isDryRun(HttpServletRequest request) {
        Set<String> given = request.getParameterMap().keySet();
        @Nullable String dryRun = request.getParameter(DRY_RUN);
        boolean yes = dryRun != null && (dryRun.isEmpty() || dryRun.equals("true"));
        if (!Set.of(DRY_RUN, PROFILE).containsAll(given) || (dryRun != null && !yes && !dryRun.equals("false"))) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "A parameter is not understood",
                    "An import takes the parameters dry-run=true or dry-run=false, and profile. Nothing was read; correct it, and send again.");
        }
        return yes;
    }
}
