package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.subscribers.Evidence;

/**
 * A line of the proof that a reader wanted to be one. Templates read it.
 *
 * @param mayBeMachine whether it was pressed so soon, or with so many others, that no reader may have done it
 */
public record ProofLine(Evidence noted, boolean mayBeMachine) {}
