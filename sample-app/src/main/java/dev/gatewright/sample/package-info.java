/**
 * A small bank, whose endpoints are guarded by what their annotations say.
 *
 * <p>Start with {@code account.Accounts}, then read the guard that was generated from it. The other
 * endpoints each show one thing:
 *
 * <ul>
 *   <li>{@code market}: open to everybody, within limits; or for the subject of a token;
 *   <li>{@code customer}: strict input, at {@code Register};
 *   <li>{@code login}: issuing, refreshing and revoking tokens, and limits on failed log-ins;
 *   <li>{@code account}: roles, scopes, an object policy, and more than one factor;
 *   <li>{@code partner}: API keys and TLS client certificates;
 *   <li>{@code apikey}: how operators issue, rotate and revoke API keys;
 *   <li>{@code thirdparty}: tokens of another application, {@code examples/authorization-server}.
 * </ul>
 *
 * <p>{@code demo} is there with {@code bank.demo} only. Everything is configured in {@code
 * application.yml}; {@code application-demo.yml} adds the demonstration's values.
 */
@NullMarked
package dev.gatewright.sample;

import org.jspecify.annotations.NullMarked;
