package io.helidon.webserver.http;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

public interface RestServer {
  @Retention(RetentionPolicy.RUNTIME)
  @interface Endpoint {}
}
