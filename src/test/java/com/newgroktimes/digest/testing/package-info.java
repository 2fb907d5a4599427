/** What the tests stand on: one PostgreSQL, one service, one mail server and one clock a JVM. */
@NullMarked
package com.newgroktimes.digest.testing;

import org.jspecify.annotations.NullMarked;
