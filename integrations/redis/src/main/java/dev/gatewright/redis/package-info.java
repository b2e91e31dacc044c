/** Rate limits, revocations and single use in Redis. */
@NullMarked
package dev.gatewright.redis;

import org.jspecify.annotations.NullMarked;
