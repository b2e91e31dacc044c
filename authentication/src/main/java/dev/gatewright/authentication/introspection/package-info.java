/**
 * Accepts opaque access tokens, by asking their issuer about each (RFC 7662). Start at {@link
 * dev.gatewright.authentication.introspection.IntrospectedTokens}; {@code VerdictCache} remembers
 * answers for a short time, {@code IntrospectionEndpoint} asks.
 *
 * <p>Depends on the package above, {@code claim}, {@code http} and {@code strict}, and on the
 * module {@code gatewright-secrets}.
 */
@NullMarked
package dev.gatewright.authentication.introspection;

import org.jspecify.annotations.NullMarked;
