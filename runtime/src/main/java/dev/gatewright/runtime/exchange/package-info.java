/**
 * Describes one HTTP request with its response, and finds its client behind trusted proxies. Start
 * at {@link dev.gatewright.runtime.exchange.Exchange}, which adapters implement, and {@link
 * dev.gatewright.runtime.exchange.TrustedProxies}, which reads {@code Forwarded} and {@code
 * X-Forwarded-*}.
 *
 * <p>Depends on no other package of the runtime, and on no web framework.
 */
@NullMarked
package dev.gatewright.runtime.exchange;

import org.jspecify.annotations.NullMarked;
