package dev.gatewright.processor;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.HttpsRequirement;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runtime's own gate and limiter, with callers that are known by name; time stands still. */
final class TestGate {
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "alice",
          caller("alice")
              .roles(Set.of("customer"))
              .scopes(Set.of("accounts:read", "transfers:write"))
              .mfa(true)
              .build(),
          "mallory",
          caller("mallory").roles(Set.of("customer")).scopes(Set.of("accounts:read")).build(),
          "clerk",
          caller("clerk").build());

  private TestGate() {}

  private static Caller.Builder caller(String name) {
    return Caller.of(Scheme.BEARER, "test", name);
  }

  static Gate create() {
    return new GateBuilder()
        .authenticator(new ByName())
        .rateLimiter(InProcessRateLimiter.builder().nanoClock(() -> 0).build())
        .httpsRequirement(HttpsRequirement.REQUIRED)
        .build();
  }

  /** A request of that caller. */
  static Exchange requestOf(String caller) {
    return new Request(List.of(caller));
  }

  private record Request(List<String> authorization) implements Exchange {
    @Override
    public String method() {
      return "POST";
    }

    @Override
    public String path() {
      return "/";
    }

    @Override
    public List<X509Certificate> clientCertificates() {
      return List.of();
    }

    @Override
    public List<String> headers(String name) {
      return name.equalsIgnoreCase("Authorization") ? authorization : List.of();
    }

    @Override
    public int headerCount() {
      return authorization.size();
    }

    @Override
    public boolean secure() {
      return true;
    }

    @Override
    public InetAddress peer() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public long declaredBodyBytes() {
      return -1;
    }

    @Override
    public void setResponseHeader(String name, String value) {}
  }

  private static final class ByName implements Authenticator {
    @Override
    public Scheme scheme() {
      return Scheme.BEARER;
    }

    @Override
    public String header() {
      return "Authorization";
    }

    @Override
    public List<String> credentials(Exchange exchange) {
      return exchange.headers("Authorization");
    }

    @Override
    public Authentication authenticate(String credential, Exchange exchange) {
      Caller caller = CALLERS.get(credential);
      return caller == null
          ? new Authentication.Rejected("unknown")
          : new Authentication.Accepted(caller);
    }

    @Override
    public String challenge() {
      return "Bearer";
    }
  }
}
