package com.newgroktimes.digest.site;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.rendering.Logo;
import com.newgroktimes.digest.rendering.Look;

/** The logo in our mails. Another logo has another address. */
@RestController
class LogoPicture {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Optional<Logo> logo;

    LogoPicture(Look look) {
        this.logo = Optional.ofNullable(look.logo());
    }

    @GetMapping("/logo/{hash}.png")
    ResponseEntity<byte[]> logo(@PathVariable String hash) {
        Logo found = logo.filter(ours -> ours.hash().equals(hash))
                .orElseThrow(() ->
                        new Problem(Problem.Kind.NOT_FOUND, "No such logo", "There is no logo %s.".formatted(hash)));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .eTag('"' + found.hash() + '"')
                .contentType(MediaType.IMAGE_PNG)
                .body(found.png());
    }
}
