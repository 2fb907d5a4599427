/** What a spam filter of one's own thinks of an edition, before those of others do. */
@NullMarked
package com.newgroktimes.digest.delivery.spam;

import org.jspecify.annotations.NullMarked;
