package dev.gatewright.testing;

import dev.gatewright.Scheme;
import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** A gate with real limits and a table of credentials. */
public final class GateFixture {
  public static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

  public final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
  public final AtomicLong nanos = new AtomicLong();
  public final Map<String, Caller> tokens = new HashMap<>();
  public final Map<String, Caller> keys = new HashMap<>();

  /** Tokens that need not be verified again. */
  public final Set<String> remembered = new HashSet<>();

  /** Tokens that were verified, one after the other. */
  public final List<String> verified = new ArrayList<>();

  /** An endpoint's type, for policies to name. */
  public static class Endpoint {}

  public GateBuilder builder() {
    return withoutApiKeys()
        .authenticator(new Table(Scheme.API_KEY, "X-API-Key", "", keys, new HashSet<>(), verified));
  }

  public GateBuilder withoutApiKeys() {
    return new GateBuilder()
        .authenticator(
            new Table(Scheme.BEARER, "Authorization", "Bearer ", tokens, remembered, verified))
        .rateLimiter(InProcessRateLimiter.builder().nanoClock(nanos::get).build())
        .clock(() -> NOW)
        .sink(events::add);
  }

  public Caller token(String text, Caller.Builder caller) {
    Caller built = caller.build();
    tokens.put(text, built);
    return built;
  }

  public static Caller.Builder user(String subject) {
    return Caller.of(Scheme.BEARER, "https://issuer.example", subject);
  }

  public static EndpointPolicy.Builder endpoint(String method) {
    return EndpointPolicy.of(Endpoint.class, method);
  }

  public static LimitPolicy.Builder limit(String name, long permits) {
    return LimitPolicy.named(name).permits(permits, Duration.ofMinutes(1));
  }

  public static FakeExchange https() {
    return FakeExchange.from("203.0.113.7").overTls();
  }

  public static FakeExchange withToken(String token) {
    return https().header("Authorization", "Bearer " + token);
  }

  /** Sends one request through stage one. */
  public static void admit(Gate gate, Exchange exchange, EndpointPolicy policy) {
    during(
        gate,
        exchange,
        () -> {
          gate.admit(policy);
        });
  }

  /** Calls a gate while an exchange is open, and answers as an adapter does. */
  public static void during(Gate gate, Exchange exchange, Runnable calls) {
    during(gate, exchange, calls, 200);
  }

  /**
   * Calls a gate while an exchange is open.
   *
   * @param status of the answer where nothing is thrown; 0 where nobody tells
   */
  public static void during(Gate gate, Exchange exchange, Runnable calls, int status) {
    CurrentExchange current = gate.open(exchange);
    try {
      calls.run();
      if (status != 0) {
        current.answered(status);
      }
    } catch (RefusedException refused) {
      current.answered(refused.problem().status());
      throw refused;
    } finally {
      current.close();
    }
  }

  /** The refusal of one request at stage one; fails if it is admitted. */
  public static Refusal refusal(Gate gate, Exchange exchange, EndpointPolicy policy) {
    return refusal(() -> admit(gate, exchange, policy));
  }

  public static Refusal refusal(Runnable call) {
    try {
      call.run();
    } catch (RefusedException refused) {
      return refused.refusal();
    }
    return Assertions.fail("nothing was refused");
  }

  /** Credentials whose texts are known in advance. */
  private record Table(
      Scheme scheme,
      String header,
      String prefix,
      Map<String, Caller> callers,
      Set<String> rememberedOnes,
      List<String> verified)
      implements Authenticator {

    @Override
    public List<String> credentials(Exchange exchange) {
      return exchange.headers(header).stream()
          .filter(value -> value.startsWith(prefix))
          .map(value -> value.substring(prefix.length()))
          .toList();
    }

    @Override
    public Authentication.@Nullable Accepted remembered(String credential, Exchange exchange) {
      return rememberedOnes.contains(credential)
          ? new Authentication.Accepted(callers.get(credential))
          : null;
    }

    @Override
    public Authentication authenticate(String credential, Exchange exchange) {
      verified.add(credential);
      if (credential.equals("provider-down")) {
        return new Authentication.Undecidable("the provider does not answer");
      }
      Caller caller = callers.get(credential);
      return caller == null
          ? new Authentication.Rejected("unknown")
          : new Authentication.Accepted(caller);
    }

    @Override
    public String challenge() {
      return scheme == Scheme.BEARER ? "Bearer" : "ApiKey";
    }
  }
}
