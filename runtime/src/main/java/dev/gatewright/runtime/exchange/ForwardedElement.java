package dev.gatewright.runtime.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One element of {@code Forwarded}: what one proxy says.
 *
 * @param node {@code for}: where the proxy was called from
 * @param protocol {@code proto}: how it was called
 */
record ForwardedElement(@Nullable String node, @Nullable String protocol) {}
