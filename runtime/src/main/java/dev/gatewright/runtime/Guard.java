package dev.gatewright.runtime;

import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;

/** What every generated guard is. Adapters ask it which policy holds for which method. */
public interface Guard {

  /** The policies of all guarded methods, in source order; immutable. */
  List<EndpointPolicy> endpointPolicies();
}
