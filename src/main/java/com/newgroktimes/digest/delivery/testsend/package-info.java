/** Tests of an edition: the real mail, to a few addresses that an operator names, with nothing of the ledger touched. */
@NullMarked
package com.newgroktimes.digest.delivery.testsend;

import org.jspecify.annotations.NullMarked;
