package dev.gatewright.spring.caller;

import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.spring.startup.Property;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What callers are told, and how strongly they can authenticate. Immutable.
 *
 * @param realm protection space named in challenges (RFC 9110, section 11.5)
 * @param stepUp how strongly callers can authenticate
 */
@ConfigurationProperties("gatewright")
public record CallerProperties(
    @DefaultValue("api") String realm,
    @NestedConfigurationProperty @DefaultValue StepUpProperties stepUp) {

  /** Says to a gate what its callers are told. */
  public void applyTo(GateBuilder gate) {
    Property.build("gatewright.realm", () -> gate.realm(realm));
  }
}
