/** Who may enter: the console's door with its session, everyone else's without, and what each of them is told by headers. */
@NullMarked
package com.newgroktimes.digest.platform.entry;

import org.jspecify.annotations.NullMarked;
