package dev.gatewright.spring.transport;

import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/**
 * Verifies that nobody rewrites a request's address before the gate sees it: Spring and Tomcat
 * would believe whoever sends forwarded headers from a private network, or anybody at all.
 */
public final class ForwardedHeadersVerifier {
  private static final String STRATEGY = "server.forward-headers-strategy";
  private static final List<String> VALVE =
      List.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header");

  /**
   * Verifies it.
   *
   * @throws StartUpException if so
   */
  ForwardedHeadersVerifier(Environment environment) {
    String strategy = environment.getProperty(STRATEGY);
    if (strategy != null && !strategy.equalsIgnoreCase("none")) {
      throw refused("the property '" + STRATEGY + "' is '" + strategy + "'");
    }
    for (String property : VALVE) {
      if (environment.containsProperty(property)) {
        throw refused("the property '" + property + "' is set");
      }
    }
    CloudPlatform platform = CloudPlatform.getActive(environment);
    if (strategy == null && platform != null && platform.isUsingForwardHeaders()) {
      throw refused("on " + platform + " the property '" + STRATEGY + "' is 'native' unless set");
    }
  }

  private static StartUpException refused(String what) {
    return new StartUpException(
        what + ", so the client's address would be rewritten by whoever sends forwarded headers",
        "set '"
            + STRATEGY
            + "=none' and name your proxies in 'gatewright.transport.trusted-proxies'.");
  }
}
