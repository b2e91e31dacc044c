/**
 * Says in the OpenAPI documents of springdoc what guards ask of callers: credentials, roles,
 * scopes, limits, and the refusals that clients get. Start at {@code GuardedOperations}, which
 * describes one endpoint. Depends on the starter's {@code guard} package and on springdoc.
 */
@NullMarked
package dev.gatewright.springdoc;

import org.jspecify.annotations.NullMarked;
