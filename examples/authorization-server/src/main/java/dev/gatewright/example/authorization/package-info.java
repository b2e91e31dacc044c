/**
 * An OAuth 2.0 authorization server: Spring Security's, with Gatewright in front of it.
 *
 * <p>Start with {@code endpoint.AuthorizationServerChain}, which says how a request goes through
 * Spring Security, and {@code endpoint.ProtocolEndpoints}, which says what Gatewright demands of it
 * before. The other packages, each usable by those named before it:
 *
 * <ul>
 *   <li>{@code endpoint}: Spring Security's configuration and what it is given;
 *   <li>{@code page}: the pages on which a customer logs in, consents, and connects a device;
 *   <li>{@code token}: what tokens say and which keys sign them;
 *   <li>{@code grant}: what customers have granted, and which tokens came of it;
 *   <li>{@code login}: people, passwords and one-time codes;
 *   <li>{@code client}: registered clients and the configuration.
 * </ul>
 *
 * <p>{@code demo} is there with {@code authorization-server.demo} only.
 */
@NullMarked
package dev.gatewright.example.authorization;

import org.jspecify.annotations.NullMarked;
