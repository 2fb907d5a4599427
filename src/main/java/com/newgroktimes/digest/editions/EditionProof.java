package com.newgroktimes.digest.editions;

/**
 * One variant of an edition as it would be sent now, and what it was rendered from.
 *
 * @param edition its content hash is that of this very mail
 */
public record EditionProof(Edition edition, RenderedVariant rendered) {}
