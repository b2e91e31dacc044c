package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Printer}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Printer.class,
    annotations = "d67e5d77109c137b"
)
@SuppressWarnings("unchecked")
public class PrinterGuard extends Printer implements Guard {
  /** Printer.print: any authenticated caller; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy PRINT =
      EndpointPolicy.of(Printer.class, "print", String.class, Object[].class)
          .secured()
          .body(65_536, 16)
          .parameterNames("format", "arguments")
          .build();

  /** Printer.copies: any authenticated caller. */
  static final EndpointPolicy COPIES =
      EndpointPolicy.of(Printer.class, "copies", List[].class)
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(PRINT, COPIES);

  private final Gate gate;

  public PrinterGuard(String[] trays, Gate gate) {
    super(trays);
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String print(String format, Object... arguments) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(PRINT);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.check(this, new Object[] {format, arguments});
    violations.refuseIfAny();
    return super.print(format, arguments);
  }

  @Override
  public <T> int copies(List<T>... stacks) {
    gate.enter(COPIES);
    return super.copies(stacks);
  }
}
