package dev.gatewright.spring.limit;

import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.limit.Eviction;
import dev.gatewright.runtime.limit.HeaderDialect;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.spring.startup.Property;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rate limits are counted, told to clients, and changed. Immutable.
 *
 * @param slots keys that each limit can tell apart at the same time in this process, from 8; 18
 *     bytes each
 * @param eviction what a key starts with that finds no free slot
 * @param headers how limits are told to clients; empty for {@code Retry-After} only
 * @param heldCalls how many calls limits with a {@code maxWait} may hold at the same time
 * @param overrides other numbers than the annotations say, by the name of the limit, {@code
 *     Type.method#name} or {@code Type#name}; in brackets where it is not of letters, digits and
 *     {@code -} only
 * @param refreshInterval how often other instances' changes are asked for, where Redis keeps them:
 *     1 second to 1 hour
 */
@ConfigurationProperties("gatewright.limits")
public record LimitsProperties(
    @DefaultValue("65536") int slots,
    @DefaultValue("strict") Eviction eviction,
    @DefaultValue({"ietf-draft-11", "x-rate-limit"}) List<HeaderDialect> headers,
    @DefaultValue("64") int heldCalls,
    @DefaultValue Map<String, LimitOverride> overrides,
    @DefaultValue("5s") Duration refreshInterval) {

  /** Counts in this process. */
  public InProcessRateLimiter inProcess() {
    return Property.build(
        "gatewright.limits.slots",
        () -> InProcessRateLimiter.builder().slotsPerLimit(slots).eviction(eviction).build());
  }

  /** Says to a gate how its limits are told and changed. */
  public void applyTo(GateBuilder gate, InstantSource clock) {
    Property.build("gatewright.limits.held-calls", () -> gate.heldCalls(heldCalls));
    Property.build(
        "gatewright.limits.headers", () -> gate.limitHeaders(RateLimitHeaders.of(clock, headers)));
    Map<String, LimitChange> changes = new HashMap<>();
    overrides.forEach((name, override) -> changes.put(name, override.change()));
    gate.limitChanges(changes);
  }
}
