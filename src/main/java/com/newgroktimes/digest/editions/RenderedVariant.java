package com.newgroktimes.digest.editions;

import com.newgroktimes.digest.mail.Skeleton;

/**
 * A variant of an edition as it was rendered, once.
 *
 * @param id from 1; what the ledger's rows carry
 */
public record RenderedVariant(int id, Variant variant, String subject, Skeleton skeleton) {}
