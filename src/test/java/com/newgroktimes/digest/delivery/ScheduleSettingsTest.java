package com.newgroktimes.digest.delivery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScheduleSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "every Monday", "0 7 * * MON", "0 0 25 * * MON"})
    void aTimeThatIsNoneStopsTheStartAndIsNamedWithItsSettingAndWhatToDo(String cron) {
        var refused = catchThrowableOfType(StartRefused.class, () -> new ScheduleSettings(true, cron, false));

        assertThat(refused).hasMessageContainingAll("digest.schedule.cron is \"" + cron + "\"", "six fields");
        assertThat(refused.remedy()).contains("DIGEST_SCHEDULE_CRON");
    }

    @Test
    void aTimeThatIsOneIsTaken() {
        assertThat(new ScheduleSettings(true, "0 0 7 * * MON", false).cron()).isEqualTo("0 0 7 * * MON");
    }
}
