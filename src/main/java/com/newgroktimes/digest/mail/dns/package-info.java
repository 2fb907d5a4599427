/** What the DNS says of the domains of mail. */
@NullMarked
@NamedInterface("dns")
package com.newgroktimes.digest.mail.dns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
