/** Signs our mail, so that whoever gets it can ask the DNS whether it is ours and whole (DKIM, RFC 6376). */
@NullMarked
@NamedInterface("dkim")
package com.newgroktimes.digest.mail.dkim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
