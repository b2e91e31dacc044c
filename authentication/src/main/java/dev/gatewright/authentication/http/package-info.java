/**
 * Asks other servers within bounds of time and size. Start at {@link
 * dev.gatewright.authentication.http.ServerCalls}, which leaves a server alone that is down; {@link
 * dev.gatewright.authentication.http.ServerUri} accepts HTTPS, and HTTP to this machine. Exported
 * to modules of Gatewright only.
 *
 * <p>Depends on {@code option} of the runtime.
 */
@NullMarked
package dev.gatewright.authentication.http;

import org.jspecify.annotations.NullMarked;
