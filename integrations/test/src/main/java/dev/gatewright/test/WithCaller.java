package dev.gatewright.test;

import dev.gatewright.Scheme;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/**
 * Runs a test as this caller: guarded beans that the test's thread calls see it, and so do guards
 * that answer requests of MockMvc, or of Spring Boot's RestTestClient, which this thread sends. All
 * else is asked as always: roles, scopes, policies, limits, validation.
 *
 * <p>Stands on a test class or method; the nearest counts, of a method, its class, a superclass, or
 * the class around a {@code @Nested} one. May stand on annotations of your own. Tests without it
 * call anonymously.
 *
 * <p>What a test method calls directly is one request, as far as limits by who calls are concerned:
 * they are charged once. Where each call is to be a request of its own, use {@link
 * TestCallers#call}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface WithCaller {

  /** The caller's subject, as {@link #subject}. */
  @AliasFor("subject")
  String value() default "user";

  /** The caller's subject. */
  @AliasFor("value")
  String subject() default "user";

  /**
   * The party that vouches for the subject. Empty means the one of {@code gatewright.jwt.issuers},
   * or {@code https://issuer.test} where that names none or several.
   */
  String issuer() default "";

  /** Kind of credential, at most one; none means {@code BEARER} where that is accepted. */
  Scheme[] scheme() default {};

  /** The OAuth client; empty means none. */
  String clientId() default "";

  /** The token's or key's id; empty means none. */
  String credentialId() default "";

  /** The caller's roles. */
  String[] roles() default {};

  /** The caller's OAuth scopes. */
  String[] scopes() default {};

  /**
   * What the credential says in claims that policies read, as {@code "tenant=acme"}; a name may
   * come several times. A real token's claims are read only where the configuration chooses them.
   */
  String[] claims() default {};

  /** Whether the caller used more than one factor. */
  boolean mfa() default false;

  /** The caller's authentication context class; empty means none. */
  String acr() default "";

  /**
   * How long ago the caller authenticated when the test starts: a whole number and a unit, {@code
   * ms}, {@code s}, {@code m}, {@code h} or {@code d}, as in {@code "10m"}. Empty means just now.
   */
  String authenticatedAgo() default "";

  /**
   * When the caller authenticated, as in {@code "2026-01-31T08:00:00Z"}; instead of {@link
   * #authenticatedAgo}.
   */
  String authenticatedAt() default "";

  /** How long the credential is good for from the start of the test; empty means for ever. */
  String expiresIn() default "";

  /** Whether nobody calls, in a test whose class has a caller; all else is ignored then. */
  boolean anonymous() default false;
}
