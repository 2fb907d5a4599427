package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.platform.Sha256;

import static java.time.ZoneOffset.UTC;

/** The pictures of stories, as we serve them. */
@Repository
public class Pictures {

    private final JdbcClient database;
    private final Clock clock;

    Pictures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Picture> find(String hash) {
        return database.sql("select hash, media_type, width, height, bytes from picture where hash = :hash")
                .param("hash", hash)
                .query(Picture.class)
                .optional();
    }

    boolean has(String hash) {
        return database.sql("select exists (select from picture where hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes a picture what we serve, and keeps it. The same original again is not made again.
     *
     * @return its hash
     * @throws UnreadableFile with the reason
     */
    String keep(byte[] original) {
        String known = Sha256.of(original).hex();
        return database.sql("select hash from picture where original = :original")
                .param("original", known)
                .query(String.class)
                .optional()
                .orElseGet(() -> keep(HeroPicture.of(new OriginalPicture(original)), known));
    }

    private String keep(byte[] bytes, String original) {
        String hash = Sha256.of(bytes).hex();
        database.sql("""
                        insert into picture (hash, media_type, width, height, bytes, original, first_seen)
                        values (:hash, 'image/jpeg', :width, :height, :bytes, :original, :now)
                        on conflict do nothing
                        """)
                .param("hash", hash)
                .param("width", HeroPicture.WIDTH)
                .param("height", HeroPicture.HEIGHT)
                .param("bytes", bytes)
                .param("original", original)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return hash;
    }
}
