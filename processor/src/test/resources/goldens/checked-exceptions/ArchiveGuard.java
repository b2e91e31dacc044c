package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/** Guards {@link Archive}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Archive.class,
    annotations = "2aa179b4ff85774e"
)
public class ArchiveGuard extends Archive implements Guard {
  /** Archive.read: any authenticated caller. */
  static final EndpointPolicy READ =
      EndpointPolicy.of(Archive.class, "read", String.class)
          .secured()
          .build();

  /** Archive.fail: any authenticated caller. */
  static final EndpointPolicy FAIL =
      EndpointPolicy.of(Archive.class, "fail", Exception.class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(READ, FAIL);

  private final Gate gate;

  public ArchiveGuard(Gate gate) throws IOException {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public byte[] read(String name) throws IOException, TimeoutException {
    gate.enter(READ);
    return super.read(name);
  }

  @Override
  public <E extends Exception> void fail(E with) throws E {
    gate.enter(FAIL);
    super.fail(with);
  }
}
