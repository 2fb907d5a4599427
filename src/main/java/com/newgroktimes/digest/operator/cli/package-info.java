/** The command line: what the jar does besides being the service, at once, since no Spring starts. */
@NullMarked
@NamedInterface("cli")
package com.newgroktimes.digest.operator.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
