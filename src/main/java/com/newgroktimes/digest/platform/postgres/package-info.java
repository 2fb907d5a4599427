/** The service's own PostgreSQL, for whoever gives it no database: made, started, watched and stopped by it. */
@NullMarked
package com.newgroktimes.digest.platform.postgres;

import org.jspecify.annotations.NullMarked;
