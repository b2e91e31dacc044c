package dev.gatewright.test;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accepts callers of tests, and whatever the application's own authenticator accepts. */
final class TestAuthenticator implements Authenticator {
  private final Scheme scheme;
  private final Credential.Place place;
  private final MintedCallers minted;
  private final @Nullable Authenticator own;

  private TestAuthenticator(
      Scheme scheme, Credential.Place place, MintedCallers minted, @Nullable Authenticator own) {
    this.scheme = scheme;
    this.place = place;
    this.minted = minted;
    this.own = own;
    minted.accept(scheme, place);
  }

  /** Stands before an authenticator of the application's. */
  static TestAuthenticator before(Authenticator own, MintedCallers minted) {
    return new TestAuthenticator(
        own.scheme(), Credential.Place.of(own.scheme(), own.header()), minted, own);
  }

  /** Stands where the application has none of that kind: accepts callers of tests only. */
  static TestAuthenticator inPlaceOf(Scheme scheme, MintedCallers minted) {
    return new TestAuthenticator(scheme, Credential.Place.usual(scheme), minted, null);
  }

  @Override
  public Scheme scheme() {
    return scheme;
  }

  @Override
  public @Nullable String header() {
    return own != null ? own.header() : scheme == Scheme.MUTUAL_TLS ? null : place.header();
  }

  @Override
  public List<String> credentials(Exchange exchange) {
    List<String> tokens =
        exchange.headers(place.header()).stream()
            .map(place::tokenIn)
            .filter(Objects::nonNull)
            .filter(token -> minted.find(scheme, token) != null)
            .toList();
    return tokens.isEmpty() && own != null ? own.credentials(exchange) : tokens;
  }

  @Override
  public Authentication authenticate(String credential, Exchange exchange) {
    Caller caller = minted.find(scheme, credential);
    if (caller == null) {
      return own != null
          ? own.authenticate(credential, exchange)
          : new Authentication.Rejected("no caller of a test has this token any more");
    }
    return caller.expiresAt() != null && !minted.now().isBefore(caller.expiresAt())
        ? new Authentication.Rejected("the credential of the test's caller has expired")
        : new Authentication.Accepted(caller);
  }

  @Override
  public Authentication authenticateAgain(String credential, Exchange exchange) {
    return own == null || minted.find(scheme, credential) != null
        ? authenticate(credential, exchange)
        : own.authenticateAgain(credential, exchange);
  }

  @Override
  public Authentication.@Nullable Accepted remembered(String credential, Exchange exchange) {
    return own == null ? null : own.remembered(credential, exchange);
  }

  @Override
  public String challenge() {
    return own != null
        ? own.challenge()
        : place.prefix().isBlank() ? scheme.name() : place.prefix().strip();
  }
}
