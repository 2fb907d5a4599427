package com.newgroktimes.digest.subscribers.imports;

/**
 * Somebody who is here already.
 *
 * @param ownAct  they came into their state by pressing a link of ours: a file that knows nothing of it does not undo it
 * @param touched an earlier line of the same file entered or changed them
 */
record Known(long id, Standing standing, boolean ownAct, boolean touched, History history) {}
