/** Looks through the settings before anything is started by them, so that all that is wrong with them is told at once. */
@NullMarked
@NamedInterface("settings")
package com.newgroktimes.digest.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
