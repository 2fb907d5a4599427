/** What is asked of a request that anyone may make in the name of an address, before anything is stored for it. */
@NullMarked
package com.newgroktimes.digest.subscribers.admission;

import org.jspecify.annotations.NullMarked;
