package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Matrix}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Matrix.class,
    annotations = "e024a4c2595c1833"
)
public class MatrixGuard<T extends Number> extends Matrix<T> implements Guard {
  /**
   * Matrix.multiply: any authenticated caller; validated, body up to 65,536 bytes and 16 levels.
   */
  static final EndpointPolicy MULTIPLY =
      EndpointPolicy.of(Matrix.class, "multiply", double[][].class, double[][].class)
          .secured()
          .body(65_536, 16)
          .parameterNames("left", "right")
          .build();

  /** Matrix.cells: any authenticated caller; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy CELLS =
      EndpointPolicy.of(Matrix.class, "cells", Number[][].class, boolean[].class)
          .secured()
          .body(65_536, 16)
          .parameterNames("cells", "flags")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(MULTIPLY, CELLS);

  private final Gate gate;

  public MatrixGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public double[][] multiply(double[][] left, double[][] right) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(MULTIPLY);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new Object[] {left, right});
    violations.refuseIfAny();
    return super.multiply(left, right);
  }

  @Override
  public List<T[]>[] cells(T[][] cells, boolean... flags) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(CELLS);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new Object[] {cells, flags});
    violations.refuseIfAny();
    return super.cells(cells, flags);
  }
}
