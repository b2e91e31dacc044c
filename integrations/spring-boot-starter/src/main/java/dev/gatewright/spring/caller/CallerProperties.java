package dev.gatewright.spring.caller;

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
    @NestedConfigurationProperty @DefaultValue StepUpProperties stepUp) {}
