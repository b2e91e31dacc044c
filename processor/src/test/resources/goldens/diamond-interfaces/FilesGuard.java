package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Files}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Files.class,
    annotations = "67ece232e6782a92"
)
public class FilesGuard implements Files, Guard {
  /** Files.clone: any authenticated caller. */
  static final EndpointPolicy CLONE =
      EndpointPolicy.of(Files.class, "clone")
          .secured()
          .build();

  /** Files.count: any authenticated caller. */
  static final EndpointPolicy COUNT =
      EndpointPolicy.of(Files.class, "count")
          .secured()
          .build();

  /** Files.lines: any authenticated caller. */
  static final EndpointPolicy LINES =
      EndpointPolicy.of(Files.class, "lines")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(CLONE, COUNT, LINES);

  private final Gate gate;

  private final Files delegate;

  public FilesGuard(Files delegate, Gate gate) {
    this.delegate = delegate;
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public Object clone() {
    gate.enter(CLONE);
    return delegate.clone();
  }

  @Override
  public Integer count() throws IOException {
    gate.enter(COUNT);
    return delegate.count();
  }

  @Override
  public List<String> lines() throws FileNotFoundException {
    gate.enter(LINES);
    return delegate.lines();
  }
}
