package dev.gatewright.test;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.caller.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Describes a caller for a test. To be handed to {@code with(...)} of a MockMvc request, or to
 * {@link TestCallers}. Immutable: each method returns a new one.
 *
 * <pre>{@code mvc.perform(get("/accounts").with(caller("alice").roles("customer")))}</pre>
 */
public final class TestCaller implements RequestPostProcessor {
  private static final TestCaller ANONYMOUS = new TestCaller(null, null, null, Map.of(), List.of());

  private final @Nullable String subject;
  private final @Nullable String issuer;
  private final @Nullable Scheme scheme;
  private final Map<String, Set<String>> claims;

  /** What more is known of the caller, given the time. */
  private final List<BiConsumer<Caller.Builder, Instant>> settings;

  private TestCaller(
      @Nullable String subject,
      @Nullable String issuer,
      @Nullable Scheme scheme,
      Map<String, Set<String>> claims,
      List<BiConsumer<Caller.Builder, Instant>> settings) {
    this.subject = subject;
    this.issuer = issuer;
    this.scheme = scheme;
    this.claims = claims;
    this.settings = settings;
  }

  /**
   * Starts a caller who authenticated just now, without roles and scopes; of the only issuer that
   * {@code gatewright.jwt.issuers} names, or else of {@code https://issuer.test}.
   */
  public static TestCaller caller(String subject) {
    return new TestCaller(subject, null, null, Map.of(), List.of());
  }

  /** Returns nobody: takes the credential of the test's caller off a request. */
  public static TestCaller anonymous() {
    return ANONYMOUS;
  }

  /** Sets the party that vouches for the subject. */
  public TestCaller issuer(String newIssuer) {
    return new TestCaller(subject, newIssuer, scheme, claims, settings);
  }

  /** Sets the kind of credential; by default {@code BEARER}, where that is accepted. */
  public TestCaller scheme(Scheme newScheme) {
    return new TestCaller(subject, issuer, newScheme, claims, settings);
  }

  /** Sets the OAuth client. */
  public TestCaller clientId(String clientId) {
    return with((caller, now) -> caller.clientId(clientId));
  }

  /** Sets the token's or key's id. */
  public TestCaller credentialId(String credentialId) {
    return with((caller, now) -> caller.credentialId(credentialId));
  }

  /** Sets all roles. */
  public TestCaller roles(String... roles) {
    Set<String> all = Set.of(roles);
    return with((caller, now) -> caller.roles(all));
  }

  /** Sets all OAuth scopes. */
  public TestCaller scopes(String... scopes) {
    Set<String> all = Set.of(scopes);
    return with((caller, now) -> caller.scopes(all));
  }

  /** Adds what the credential says in a claim that policies read. */
  public TestCaller claim(String name, String... said) {
    Map<String, Set<String>> all = new HashMap<>(claims);
    Set<String> texts = new LinkedHashSet<>(all.getOrDefault(name, Set.of()));
    texts.addAll(List.of(said));
    all.put(name, Set.copyOf(texts));
    return new TestCaller(subject, issuer, scheme, Map.copyOf(all), settings);
  }

  /** Says that more than one factor was used. */
  public TestCaller mfa() {
    return with((caller, now) -> caller.mfa(true));
  }

  /** Sets the authentication context class. */
  public TestCaller acr(String acr) {
    return with((caller, now) -> caller.acr(acr));
  }

  /** Sets how long ago the caller authenticated, as seen when the caller is first used. */
  public TestCaller authenticatedAgo(Duration age) {
    return with((caller, now) -> caller.authenticatedAt(now.minus(age)));
  }

  /** Sets when the caller authenticated; null where the credential does not say it. */
  public TestCaller authenticatedAt(@Nullable Instant instant) {
    return with((caller, now) -> caller.authenticatedAt(instant));
  }

  /** Sets how long the credential is good for, from when the caller is first used. */
  public TestCaller expiresIn(Duration time) {
    return with((caller, now) -> caller.expiresAt(now.plus(time)));
  }

  private TestCaller with(BiConsumer<Caller.Builder, Instant> setting) {
    List<BiConsumer<Caller.Builder, Instant>> all = new ArrayList<>(settings);
    all.add(setting);
    return new TestCaller(subject, issuer, scheme, claims, List.copyOf(all));
  }

  /** The credential by which an application knows this caller; null for nobody. */
  @Nullable Credential credential(MintedCallers minted) {
    if (subject == null) {
      return null;
    }
    Instant now = minted.now();
    Caller.Builder caller =
        Caller.of(
                scheme == null ? minted.usualScheme() : scheme,
                issuer == null ? minted.usualIssuer() : issuer,
                subject)
            .claims(claims)
            .authenticatedAt(now)
            .issuedAt(now);
    settings.forEach(setting -> setting.accept(caller, now));
    return minted.mint(caller.build());
  }

  @Override
  public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
    MintedCallers minted = TestBeans.of(request.getServletContext(), MintedCallers.class);
    minted.places().forEach(place -> request.removeHeader(place.header()));
    Credential credential = credential(minted);
    if (credential != null) {
      request.addHeader(credential.header(), credential.value());
    }
    return request;
  }
}
