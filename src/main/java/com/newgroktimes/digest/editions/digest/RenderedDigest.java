package com.newgroktimes.digest.editions.digest;

import com.newgroktimes.digest.mail.Skeleton;

/** A variant of an edition as a mail: everything but who gets it. */
public record RenderedDigest(String subject, Skeleton skeleton) {}
