package dev.gatewright.applications.scanned;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;

/** A qualifier that is composed of Spring's. */
@Qualifier("fraud")
@Retention(RetentionPolicy.RUNTIME)
public @interface FraudCheck {}
