package dev.gatewright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens an endpoint to callers without a credential, and says why.
 *
 * <p>On a method it replaces a {@link Secured} of the same type; it cannot open what a supertype
 * has secured. On a type it opens every endpoint that is not {@link Secured} itself; on a
 * supertype, those that the supertype has. Limits, input validation and the transport rules still
 * hold.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Public {

  /** Why nobody needs to prove who they are here; shown in the audit. Must not be blank. */
  String reason();
}
