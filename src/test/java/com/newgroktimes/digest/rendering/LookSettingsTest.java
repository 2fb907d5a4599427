package com.newgroktimes.digest.rendering;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.rendering.Look.Palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LookSettingsTest {

    @Test
    void whatIsNotSetIsAsItComes() {
        assertThat(new LookSettings(null, null, null, null).look()).isEqualTo(Look.OURS);
    }

    @Test
    void oneColourChangesThatOneAlone() {
        Look look = new LookSettings(linksIn("#8a1538"), null, null, "Verdana, sans-serif").look();

        assertThat(look.light().link()).isEqualTo("#8a1538");
        assertThat(look.light().ink()).isEqualTo(Look.OURS.light().ink());
        assertThat(look.dark()).isEqualTo(Look.OURS.dark());
        assertThat(look.sans()).isEqualTo("Verdana, sans-serif");
    }

    @Test
    void textThatIsHardToReadIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(linksIn("#c9a227"), null, null, null))
                .withMessageContaining(
                        "digest.look.light.link is \"#c9a227\": it is hard to read on #ffffff: their contrast is 2.4 to 1");
    }

    @Test
    void aFontThatWouldBeFetchedIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new LookSettings(null, null, null, "'Open Sans', sans-serif"))
                .withMessageContaining("digest.look.sans")
                .withMessageContaining("would fetch \"open sans\"");
    }

    private static Palette linksIn(@Nullable String colour) {
        return new Palette(null, null, null, null, colour, null, null, null, null, null, null, null);
    }
}
