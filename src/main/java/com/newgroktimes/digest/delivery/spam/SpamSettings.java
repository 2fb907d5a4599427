package com.newgroktimes.digest.delivery.spam;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is asked for a spam score.
 *
 * @param spamd          where SpamAssassin answers
 * @param spamScoreAbove points above which a mail is worth a look
 */
@ConfigurationProperties("digest.checks")
record SpamSettings(
        @Nullable SpamdAddress spamd, @DefaultValue("2.0") double spamScoreAbove) {}
