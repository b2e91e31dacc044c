package dev.gatewright.test;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;

/**
 * The callers of one application context's tests, by tokens that only it knows: 256 random bits
 * each, in the memory of this object. Thread-safe.
 */
final class MintedCallers {
  private static final int TOKEN_BYTES = 32;
  private static final String OTHER_ISSUER = "https://issuer.test";

  private final ApplicationContext context;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();
  private final Map<Scheme, Credential.Place> places = new EnumMap<>(Scheme.class);

  MintedCallers(ApplicationContext context) {
    this.context = context;
  }

  /** Says that credentials of this kind are accepted, and where they stand. */
  synchronized void accept(Scheme scheme, Credential.Place place) {
    places.put(scheme, place);
  }

  /** Where all kinds of credentials stand that are accepted. */
  synchronized Collection<Credential.Place> places() {
    return List.copyOf(places.values());
  }

  private synchronized Credential.Place place(Scheme scheme) {
    return places.getOrDefault(scheme, Credential.Place.usual(scheme));
  }

  /** The kind of credential of callers who do not say theirs. */
  synchronized Scheme usualScheme() {
    return places.isEmpty() || places.containsKey(Scheme.BEARER)
        ? Scheme.BEARER
        : places.keySet().iterator().next();
  }

  /** The issuer of callers who do not say theirs: the only one that is configured. */
  String usualIssuer() {
    List<String> issuers =
        Binder.get(context.getEnvironment())
            .bind("gatewright.jwt.issuers", Bindable.mapOf(String.class, Issuer.class))
            .map(configured -> configured.values().stream().map(Issuer::issuer).toList())
            .orElse(List.of());
    return issuers.size() == 1 && issuers.get(0) != null ? issuers.get(0) : OTHER_ISSUER;
  }

  /** The one part of an issuer's properties that matters here. */
  record Issuer(String issuer) {}

  /** The time that the gate goes by. */
  Instant now() {
    return context.containsBean(GatewrightAutoConfiguration.CLOCK)
        ? context.getBean(GatewrightAutoConfiguration.CLOCK, InstantSource.class).instant()
        : Instant.now();
  }

  Credential mint(Caller caller) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = "test-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    callers.put(token, caller);
    return place(caller.scheme()).credential(token);
  }

  /** The caller of a token; null where it is none of these, or of another kind. */
  @Nullable Caller find(Scheme scheme, String token) {
    Caller caller = callers.get(token);
    return caller == null || caller.scheme() != scheme ? null : caller;
  }

  /** Accepts a credential no more. */
  void withdraw(Credential credential) {
    callers.keySet().removeIf(credential.value()::endsWith);
  }
}
