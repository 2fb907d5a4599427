/** The New Grok Times digest: a weekly mail, collected, rendered and sent once to every confirmed subscriber. */
@NullMarked
package com.newgroktimes.digest;

import org.jspecify.annotations.NullMarked;
