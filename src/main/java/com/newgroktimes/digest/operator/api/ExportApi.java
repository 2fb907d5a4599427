package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.operator.ListFile;
import com.newgroktimes.digest.subscribers.SubscriberState;

/** The list, given away. */
@RestController
final class ExportApi {

    private final ListFile file;

    ExportApi(ListFile file) {
        this.file = file;
    }

    @GetMapping(path = "/api/v1/subscribers/export", produces = "text/csv")
    void export(
            @RequestParam(required = false) @Nullable SubscriberState state,
            Principal operator,
            HttpServletResponse response)
            throws IOException {
        file.write(Optional.ofNullable(state), operator.getName(), response);
    }
}
