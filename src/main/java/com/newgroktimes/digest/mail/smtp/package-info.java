/** A line to a relay: the mail library opens it, secures it and signs in; what is said on it after that is ours. */
@NullMarked
package com.newgroktimes.digest.mail.smtp;

import org.jspecify.annotations.NullMarked;
