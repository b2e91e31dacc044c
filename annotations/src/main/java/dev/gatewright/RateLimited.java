package dev.gatewright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often an endpoint may be called (OWASP API4:2023). Repeatable: all limits must agree.
 *
 * <p>On a method the limit counts calls of that endpoint. On a type it is one budget that all
 * endpoints of the type share. Limits of the method, of the methods it overrides, of its type and
 * of every supertype hold together.
 *
 * <p><b>Guards inside guards.</b> A limit by who calls (each {@link #key()}) belongs to the
 * exchange, which is one HTTP request and all that its answer takes: forwards, includes,
 * asynchronous and error dispatches, and guarded methods that the endpoint calls, be it of other
 * beans or by {@code this.other()}. Such a limit is charged once in an exchange, by the first
 * endpoint that has it; a limit of a type once for all of its endpoints. A limit by what the call
 * is about ({@link #keyedBy()}) belongs to the call: each call of the method counts.
 *
 * <p>So a guarded method that another calls is counted by its own limits too, and <b>can refuse a
 * request in the middle of its work</b>, with 429 after the endpoint has begun. What the exchange
 * took until then is not given back. Limits of methods that are called on the way are safest where
 * the endpoint has them too (on the type, say), as these are charged before the work begins; what
 * must not be left half done belongs into a transaction.
 *
 * <p>A refused call gets 429 (RFC 6585) with {@code Retry-After}, {@code RateLimit}, {@code
 * RateLimit-Policy} and {@code X-RateLimit-*}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RateLimited.All.class)
public @interface RateLimited {

  /** Permits per {@link #per()}, at least 1. A call takes {@link #cost()} of them. */
  long permits();

  /**
   * The period the permits are for: a whole number and a unit, {@code ms}, {@code s}, {@code m},
   * {@code h} or {@code d}, as in {@code "1m"}. At most 366 days.
   */
  String per();

  /** How permits are given out over the period. */
  Strategy strategy() default Strategy.TOKEN_BUCKET;

  /** Whose calls are counted together. */
  LimitKey key() default LimitKey.CALLER;

  /**
   * Permits that may be taken at once after a quiet time; only for {@link Strategy#TOKEN_BUCKET}
   * and {@link Strategy#LEAKY_BUCKET}. 0 means the strategy's own: {@link #permits()} for a token
   * bucket, {@link #cost()} for a leaky bucket, which so spaces calls evenly.
   */
  long burst() default 0;

  /** Permits that one call takes, at least 1. */
  long cost() default 1;

  /** Which calls count. */
  Counted count() default Counted.EVERY_CALL;

  /**
   * How long a call may be held until its permits have come, as in {@code "500ms"}; at most {@code
   * "30s"}, and only for {@link Strategy#LEAKY_BUCKET}. Empty means that a call which cannot be
   * served at once is refused.
   */
  String maxWait() default "";

  /** What a call gets that this limit does not grant. */
  OnLimit onLimit() default OnLimit.REFUSE;

  /** What happens while the store of the counters cannot be reached. */
  OnOutage onOutage() default OnOutage.DENY;

  /**
   * Counts by what the call is about, such as the account that a log-in names, instead of by {@link
   * #key()}. {@code Void.class} means by {@link #key()}.
   *
   * <p>A class with exactly one public method named {@code key} that returns {@code String} and
   * takes any of the endpoint's parameters, matched by name and type at compile time; the runtime's
   * {@code Caller} may come first where the endpoint is secured. It is asked after validation. It
   * must be obtainable from the container: the guard's constructor asks for it.
   */
  Class<?> keyedBy() default Void.class;

  /**
   * The class that knows the plans of callers, where the limit depends on them: an implementation
   * of the runtime's {@code CallerPlans}, obtainable from the container. {@code Void.class} means
   * that the limit holds for everybody.
   *
   * <pre>{@code
   * @RateLimited(permits = 60, per = "1m", plans = Subscriptions.class)
   * @RateLimited(permits = 600, per = "1m", plans = Subscriptions.class, plan = "pro")
   * }</pre>
   *
   * <p>The class is asked once the caller is known and before the body is read, for each endpoint
   * of the exchange that has such limits; where it throws, the request is refused with 503. Each
   * plan has counters of its own. Only for limits whose {@link #key()} is the caller's.
   */
  Class<?> plans() default Void.class;

  /**
   * The plan whose callers the limit holds for. Empty, where {@link #plans()} is there, means the
   * callers of all plans, and of none, that no other limit on the same element and of the same
   * class names; one such limit must be there.
   */
  String plan() default "";

  /**
   * Name of the limit in headers, events and configuration: letters, digits, {@code -}, {@code _},
   * {@code .}; unique among the limits of an endpoint. Empty means the endpoint's method name (or,
   * on a type, the type's), {@code -} and the plan where there is one, and from the second of that
   * name on, a number.
   */
  String name() default "";

  /** Holds several limits; written by the compiler. */
  @Documented
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** The limits in the order they were declared. */
    RateLimited[] value();
  }
}
