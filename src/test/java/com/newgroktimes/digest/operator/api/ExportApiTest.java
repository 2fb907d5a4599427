package com.newgroktimes.digest.operator.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ExportApiTest {

    private static final String EXPORT = "/api/v1/subscribers/export";

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(port);
    }

    @Test
    void theListIsAFileToKeep() {
        readers.confirmed("ada@example.org");

        HttpResponse<String> response = api.get(EXPORT);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv")
                .containsIgnoringCase("utf-8");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"subscribers-2026-11-25.csv\"");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body()).startsWith("email,state,").contains("\r\nada@example.org,CONFIRMED,");
    }

    @Test
    void aStateThatThereIsNotIsRefused() {
        assertThat(api.get(EXPORT + "?state=GONE").statusCode()).isEqualTo(400);
        assertThat(api.get(EXPORT + "?state=PENDING").statusCode()).isEqualTo(200);
    }

    @Test
    void aListThatBreaksOffIsNeverEndedAsAWholeOneIs() throws IOException {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at)
                        select 'reader' || i || '@' || repeat('l', 50) || '.example', 'PENDING', repeat('x', 300), now()
                          from generate_series(1, 60000) i
                        """).update();
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(EXPORT, ServiceUnderTest.API_TOKEN)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String begun = new String(in.readNBytes(1_000), StandardCharsets.UTF_8);
            eventually(
                    "its connection is cut",
                    () -> database.sql("""
                            select count(pg_terminate_backend(pid)) > 0
                              from pg_stat_activity
                             where datname = current_database()
                               and pid <> pg_backend_pid()
                               and state = 'idle in transaction'
                            """).query(Boolean.class).single());
            String rest = rest(in);

            assertThat(begun).contains(" 200", "email,state,");
            assertThat(rest)
                    .doesNotEndWith("0\r\n\r\n")
                    .doesNotContain("reader60000@")
                    .doesNotContain("<html")
                    .doesNotContain("detail");
        }
        eventually("the next one is whole", () -> api.get(EXPORT).body().contains("reader60000@"));
    }

    /** Until the connection ends, however it does. */
    private static String rest(InputStream in) {
        var rest = new StringBuilder();
        try {
            byte[] some = new byte[1 << 16];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                rest.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            rest.append("(cut)");
        }
        return rest.toString();
    }
}
