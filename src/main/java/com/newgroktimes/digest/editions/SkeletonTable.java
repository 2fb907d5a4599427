package com.newgroktimes.digest.editions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.mail.Skeleton;

/** The variants of editions as they were rendered. */
@Repository
class SkeletonTable {

    private final JdbcClient database;

    SkeletonTable(JdbcClient database) {
        this.database = database;
    }

    /** Those of its present revision, by id. */
    List<RenderedVariant> of(int edition) {
        return database.sql("""
                        select s.*
                          from edition_skeleton s
                          join edition e on e.number = s.edition and e.revision = s.revision
                         where s.edition = :edition
                         order by s.variant
                        """)
                .param("edition", edition)
                .query(SkeletonTable::rendered)
                .list();
    }

    /** Those of one revision, by id, without their bytes. */
    Map<Integer, Variant> variants(int edition, int revision) {
        var variants = new HashMap<Integer, Variant>();
        database.sql("""
                        select variant, language, format, sections
                          from edition_skeleton
                         where edition = :edition
                           and revision = :revision
                        """).param("edition", edition).param("revision", revision).query(row -> {
            variants.put(row.getInt("variant"), variant(row));
        });
        return variants;
    }

    void keep(Edition edition, RenderedVariant rendered) {
        Variant variant = rendered.variant();
        database.sql("""
                        insert into edition_skeleton (edition, revision, variant, language, format, sections, subject, hash, bytes)
                        values (:edition, :revision, :id, :language, :format, :sections, :subject, :hash, :bytes)
                        """)
                .param("edition", edition.number())
                .param("revision", edition.revision())
                .param("id", rendered.id())
                .param("language", variant.language())
                .param("format", variant.format())
                .param(
                        "sections",
                        variant.sections().isEmpty() ? null : variant.sections().toArray(String[]::new))
                .param("subject", rendered.subject())
                .param("hash", rendered.skeleton().hash())
                .param("bytes", rendered.skeleton().toBytes())
                .update();
    }

    private static RenderedVariant rendered(ResultSet row, int number) throws SQLException {
        return new RenderedVariant(
                row.getInt("variant"),
                variant(row),
                row.getString("subject"),
                Skeleton.fromBytes(row.getBytes("bytes")));
    }

    private static Variant variant(ResultSet row) throws SQLException {
        return new Variant(row.getString("language"), row.getString("format"), sections(row.getArray("sections")));
    }

    private static List<String> sections(@Nullable Array sections) throws SQLException {
        return sections == null ? List.of() : List.of((String[]) sections.getArray());
    }
}
