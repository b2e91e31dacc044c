package dev.gatewright.applications.actuator;

import dev.gatewright.applications.Secret;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** An operation of the application's own, which the actuator maps. */
@Component
@Endpoint(id = "secret")
public class Operations {
  @ReadOperation
  public String read() {
    return Secret.TEXT;
  }
}
