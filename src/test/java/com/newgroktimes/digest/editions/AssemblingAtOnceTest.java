package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.editions.Editions.Assembled;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class AssemblingAtOnceTest {

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Test
    void whoeverAssemblesAtTheSameTimeGetsTheSameEdition() throws Exception {
        put("chips");
        Callable<Assembled> assemble = () -> editions.assemble("current");

        List<Assembled> assembled = atOnce(List.of(assemble, assemble, assemble, assemble));

        assertThat(assembled).filteredOn(Assembled::created).hasSize(1);
        assertThat(assembled).extracting(each -> each.edition().number()).containsOnly(1);
        assertThat(editions.heads(Editions.NEWEST, 100)).hasSize(1);
    }

    @Test
    void noStoryThatArrivesWhileAnEditionIsMadeIsMissed() throws Exception {
        put("first");
        var work = new ArrayList<Callable<Object>>();
        IntStream.range(0, 12).forEach(i -> work.add(() -> put("story-" + i)));
        work.add(6, () -> editions.assemble("current"));

        atOnce(work);

        assertThat(editions.find(1).orElseThrow().stories()).hasSize(13);
        assertThat(editions.find(1).orElseThrow().stories())
                .extracting(EditionStory::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13).boxed().toList());
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private Object put(String name) {
        return stories.put(named(name).at("2026-11-24T10:00:00Z").story(), "api");
    }
}
