package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DigestTest
class RenderingsTest {

    private static final Variant ENGLISH = new Variant("en", "html", List.of());
    private static final Variant PLAIN = new Variant("en", "text", List.of());
    private static final Variant SCIENCE = new Variant("en", "html", List.of("Science"));

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient database;

    @Test
    void eachVariantIsRenderedOnce() {
        approved();
        double before = runs();

        List<RenderedVariant> first = editions.render(1, List.of(ENGLISH, PLAIN, ENGLISH));
        List<RenderedVariant> again = editions.render(1, List.of(PLAIN, ENGLISH, SCIENCE));

        assertThat(runs() - before).isEqualTo(3);
        assertThat(first).extracting(RenderedVariant::variant).containsExactly(ENGLISH, PLAIN);
        assertThat(again).extracting(RenderedVariant::variant).containsExactly(ENGLISH, PLAIN, SCIENCE);
        assertThat(again).extracting(RenderedVariant::id).containsExactly(1, 2, 3);
        assertThat(editions.rendered(1)).extracting(RenderedVariant::variant).containsExactly(ENGLISH, PLAIN, SCIENCE);
    }

    @Test
    void whatWasRenderedIsWhatIsPreviewedEverAfter() {
        approved();
        RenderedVariant rendered = editions.render(1, List.of(ENGLISH)).get(0);
        double before = runs();

        RenderedVariant preview = editions.preview(1, ENGLISH);

        assertThat(preview.skeleton().toBytes()).isEqualTo(rendered.skeleton().toBytes());
        assertThat(preview.subject()).isEqualTo(rendered.subject());
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void aPreviewKeepsNothing() {
        put();
        editions.assemble("current");

        assertThat(editions.preview(1, ENGLISH).id()).isZero();

        assertThat(editions.rendered(1)).isEmpty();
    }

    @Test
    void noMoreVariantsAreRenderedThanTheSettingsAllow() {
        approved();
        List<Variant> wanted = IntStream.range(0, 40)
                .mapToObj(i -> new Variant("en", "text", List.of("Science", "Section " + i)))
                .toList();

        assertThat(editions.render(1, wanted)).hasSize(32);
        assertThat(editions.render(1, wanted)).hasSize(32);
    }

    @Test
    void whatIsNotAsApprovedIsNotRendered() {
        approved();
        othersTemplates();

        assertThatThrownBy(() -> editions.render(1, List.of(ENGLISH)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("changed since");
        assertThat(editions.rendered(1)).isEmpty();
    }

    @Test
    void whatChangedSinceItWasCheckedIsNotHeldButCheckedAgain() {
        put();
        Edition edition = editions.assemble("current").edition();
        othersTemplates();

        assertThat(hold("a hash from before")).isFalse();

        assertThat(editions.find(1)).contains(edition);
        assertThat(hold(edition.contentHash())).isTrue();
    }

    private Edition approved() {
        put();
        Edition edition = editions.assemble("current").edition();
        assertThat(hold(edition.contentHash())).isTrue();
        editions.move(1, Set.of(EditionState.HOLDING), EditionState.PREPARING, null);
        return edition;
    }

    private void put() {
        stories.put(named("chips").at("2026-11-24T10:00:00Z").story(), "api");
    }

    private boolean hold(String contentHash) {
        return editions.hold(1, contentHash, 3, "ana", clock.instant().plusSeconds(60));
    }

    /** As if templates or settings had been others when the edition was last checked. */
    private void othersTemplates() {
        database.sql("update edition set content_hash = 'a hash from before'").update();
    }

    private double runs() {
        return meters.get("digest.template.runs")
                .tag("template", "digest")
                .counter()
                .count();
    }
}
