package com.newgroktimes.digest.site;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Picture;
import com.newgroktimes.digest.stories.Pictures;

/** The pictures of stories. What stands at an address never changes, since the address is made of the bytes. */
@RestController
class StoryPictures {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    StoryPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{hash}.jpg")
    ResponseEntity<byte[]> picture(@PathVariable String hash) {
        Picture picture = pictures.find(hash)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "No such picture", "There is no picture %s.".formatted(hash)));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .eTag('"' + picture.hash() + '"')
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .body(picture.bytes());
    }
}
