package dev.gatewright.spring.transport;

import dev.gatewright.runtime.HttpsRequirement;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests must reach the application. Immutable.
 *
 * @param https whether every request must have come over HTTPS, or all but those from this machine
 *     itself
 * @param trustedProxies addresses and networks of the proxies whose word about a client is taken,
 *     as 10.0.0.0/8
 * @param ipv6Prefix bits of an IPv6 address that tell clients apart, 1 to 128
 */
@ConfigurationProperties("gatewright.transport")
public record TransportProperties(
    @DefaultValue("required") HttpsRequirement https,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("64") int ipv6Prefix) {}
