package com.fasterxml.jackson.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As the library declares it. */
@Retention(RetentionPolicy.RUNTIME)
public @interface JsonTypeInfo {
  /** Kinds of names. */
  enum Id {
    NAME
  }

  Id use();
}
