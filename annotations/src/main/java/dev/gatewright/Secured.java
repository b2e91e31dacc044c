package dev.gatewright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call an endpoint. On a type it holds for every endpoint of the type: where a
 * framework maps methods of the type, for the mapped ones and those that are annotated themselves,
 * else for every instance method that is neither private nor one of {@link Object} ({@code
 * toString}, {@code equals} and {@code hashCode} are called by collections and logs), nor called by
 * the container itself: to inject, at the start and end ({@code @PostConstruct}), at set times
 * ({@code @Scheduled}) and for events ({@code @EventListener}). On a supertype it holds for what it
 * would reach there, too, whatever a subclass maps besides: all methods of an interface, the public
 * ones of a superclass. Where a framework without an adapter would call a method past its guard,
 * the compiler says so.
 *
 * <p><b>Everything adds up.</b> What is declared on a method, on the methods it overrides, on its
 * type and on every supertype holds together; a method can demand more than its type, never less:
 *
 * <ul>
 *   <li>{@link #roles()}: each declaration is one any-of group, and every group must be satisfied;
 *   <li>{@link #scopes()} and {@link #policies()}: the union, supertypes first;
 *   <li>{@link #schemes()}: the intersection of those that name any;
 *   <li>{@link #mfa()}: demanded if any declaration demands it;
 *   <li>{@link #acr()}: each that is declared must be reached;
 *   <li>{@link #maxAuthAge()}: the shortest.
 * </ul>
 *
 * <p>The only way to open an endpoint of a secured type is {@link Public}, which must give a
 * reason.
 *
 * <p>With no attribute at all, any authenticated caller may call. Refusals: 401 without a valid
 * credential, 403 where the credential does not suffice (RFC 6750, section 3.1).
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Secured {

  /** Accepted kinds of credential, any of them; empty means every kind that is configured. */
  Scheme[] schemes() default {};

  /** Roles of which the caller needs at least one; empty means no role is needed. */
  String[] roles() default {};

  /** OAuth 2.0 scopes of which the caller needs all (RFC 6749, section 3.3). */
  String[] scopes() default {};

  /**
   * Object-level policies (OWASP API1:2023), asked with the validated arguments of the call; all
   * must agree.
   *
   * <p>A policy is a class with exactly one public method named {@code permits} that returns {@code
   * boolean}, takes the runtime's {@code Caller} first, and then any of the endpoint's parameters,
   * matched by name and type at compile time. It must be obtainable from the container: the guard's
   * constructor asks for it.
   */
  Class<?>[] policies() default {};

  /**
   * Whether the caller must have authenticated with more than one factor. Refused otherwise with
   * 401 and {@code insufficient_user_authentication} (RFC 9470).
   */
  boolean mfa() default false;

  /**
   * The authentication context class ({@code acr}) that the caller's must be or exceed, in the
   * order that the application configures; empty means any. Refused otherwise with 401 and {@code
   * insufficient_user_authentication} (RFC 9470).
   */
  String acr() default "";

  /**
   * How long ago the caller may have authenticated at most: a whole number and a unit, {@code ms},
   * {@code s}, {@code m}, {@code h} or {@code d}, as in {@code "5m"}. Empty means any age. Refused
   * otherwise with 401 and {@code max_age} in seconds (RFC 9470).
   */
  String maxAuthAge() default "";
}
