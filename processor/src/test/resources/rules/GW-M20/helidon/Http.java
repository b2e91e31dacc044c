package io.helidon.http;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

public interface Http {
  @Retention(RetentionPolicy.RUNTIME)
  @interface HttpMethod {}

  @HttpMethod
  @Retention(RetentionPolicy.RUNTIME)
  @interface GET {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface POST {}
}
