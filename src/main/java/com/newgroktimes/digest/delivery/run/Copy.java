package com.newgroktimes.digest.delivery.run;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import com.newgroktimes.digest.mail.Letterhead;
import com.newgroktimes.digest.mail.Skeleton;

/**
 * What all copies of a variant have in common.
 *
 * @param dates  how days are spelled in its words
 * @param frozen when the audience was written down: what settings links carry as their time of issue
 */
record Copy(Letterhead letterhead, Skeleton skeleton, DateTimeFormatter dates, Instant frozen) {}
