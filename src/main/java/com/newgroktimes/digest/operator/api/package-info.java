/** The API under {@code /api/v1}: JSON in, JSON out, and every error as {@code application/problem+json} (RFC 9457). */
@NullMarked
package com.newgroktimes.digest.operator.api;

import org.jspecify.annotations.NullMarked;
