/** One attempt to send an edition: its lock, its job, and the senders that offer deliveries to the relay. */
@NullMarked
package com.newgroktimes.digest.delivery.run;

import org.jspecify.annotations.NullMarked;
