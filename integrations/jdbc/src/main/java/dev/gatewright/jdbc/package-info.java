/**
 * Stores API keys and refresh tokens in a relational database, by plain JDBC. Start at {@link
 * dev.gatewright.jdbc.JdbcApiKeyStore} or {@link dev.gatewright.jdbc.JdbcRefreshTokenStore}; {@link
 * dev.gatewright.jdbc.JdbcSchema} has their tables.
 *
 * <p>Depends on the module {@code gatewright-authentication}, for refresh tokens also on {@code
 * gatewright-token-issuing}, and on no framework.
 */
@NullMarked
package dev.gatewright.jdbc;

import org.jspecify.annotations.NullMarked;
