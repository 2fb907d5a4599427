package com.newgroktimes.digest.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** The one setting of {@code spring.mail.*} that nothing goes without; the demo alone has a mail server of its own. */
public final class RelayHost {

    private static final String KEY = "spring.mail.host";

    private RelayHost() {}

    /** Why the service cannot start with these settings; empty where it can. */
    public static Optional<StartRefused> refusal(Environment environment) {
        boolean needed = !environment.acceptsProfiles(Profiles.of("demo"));
        return needed && !isGiven(environment.getProperty(KEY)) ? Optional.of(missing()) : Optional.empty();
    }

    static boolean isGiven(@Nullable String host) {
        return StringUtils.hasText(host);
    }

    static StartRefused missing() {
        return StartRefused.setting(
                KEY,
                null,
                "every mail leaves through a mail server of yours. To try the service without one, start it with the"
                        + " profile demo: nothing leaves it then.");
    }
}
