/** The demo's mail server: it takes every mail and lets none out. */
@NullMarked
package com.newgroktimes.digest.mail.catching;

import org.jspecify.annotations.NullMarked;
