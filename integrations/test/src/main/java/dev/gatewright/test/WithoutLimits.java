package dev.gatewright.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets all limits grant every call while a test runs, whoever calls and by whatever way. Stands on
 * a test class, and then also holds for the {@code @Nested} ones in it, or on a method. Tests that
 * run at the same time in one application context have this in common.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutLimits {}
