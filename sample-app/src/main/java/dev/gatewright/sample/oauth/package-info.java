/**
 * The bank's OAuth 2.0 authorization server: Spring Security's, for programs of others that act for
 * the bank's customers. Everything below {@code /oauth2} and {@code /.well-known}, and nothing
 * else.
 */
@NullMarked
package dev.gatewright.sample.oauth;

import org.jspecify.annotations.NullMarked;
