/** The ledger: one row a delivery, what the relay said to each, and the one writer that commits for every connection of a run. */
@NullMarked
package com.newgroktimes.digest.delivery.ledger;

import org.jspecify.annotations.NullMarked;
