package dev.gatewright.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the application says about its gate. Immutable.
 *
 * @param realm protection space named in challenges (RFC 9110, section 11.5)
 * @param exemptions what may answer requests without a guard: names of classes (handlers, handler
 *     mappings, servlets, filters, socket handlers, advice) or of beans, servlets and filters
 * @param stepUp how strongly callers can authenticate
 * @param transport how requests must reach the application
 * @param limits how rate limits are counted
 */
@ConfigurationProperties("gatewright")
public record GatewrightProperties(
    @DefaultValue("api") String realm,
    @DefaultValue List<String> exemptions,
    @NestedConfigurationProperty @DefaultValue StepUpProperties stepUp,
    @NestedConfigurationProperty @DefaultValue TransportProperties transport,
    @NestedConfigurationProperty @DefaultValue LimitsProperties limits) {}
