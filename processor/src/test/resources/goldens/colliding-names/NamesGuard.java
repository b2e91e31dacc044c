package dev.gatewright.golden;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** Guards {@link Names}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Names.class,
    annotations = "98b132827ad8b466"
)
public class NamesGuard extends Names implements Guard {
  /** Names.enter: policies Default and Gate; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy ENTER =
      EndpointPolicy.of(Names.class, "enter", String.class, String.class, String.class,
          String.class)
          .secured()
          .body(65_536, 16)
          .parameterNames("gate", "passage", "violations", "passage2")
          .names("gate", "passage", "violations", "passage2")
          .asks(Names.Gate.class, "permits", "gate")
          .build();

  /**
   * Names.endpoint_Policies: policies Default and Gate; validated, body up to 65,536 bytes and 16
   * levels.
   */
  static final EndpointPolicy ENDPOINT_POLICIES_2 =
      EndpointPolicy.of(Names.class, "endpoint_Policies", String.class, int.class, String.class)
          .secured()
          .body(65_536, 16)
          .parameterNames("gate", "FIND", "LIST")
          .names("gate", "FIND", "LIST")
          .asks(Names.Gate.class, "permits", "gate")
          .build();

  /** Names.list: policies Default and Gate; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy LIST_2 =
      EndpointPolicy.of(Names.class, "list", String.class, Object.class, Object.class)
          .secured()
          .body(65_536, 16)
          .parameterNames("gate", "$", "_a")
          .names("gate", "$", "_a")
          .asks(Names.Gate.class, "permits", "gate")
          .build();

  /** Names.generic: policies Default and Gate; validated, body up to 65,536 bytes and 16 levels. */
  static final EndpointPolicy GENERIC =
      EndpointPolicy.of(Names.class, "generic", String.class, Object.class)
          .secured()
          .body(65_536, 16)
          .parameterNames("gate", "value")
          .names("gate", "value")
          .asks(Names.Gate.class, "permits", "gate")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ENTER, ENDPOINT_POLICIES_2,
      LIST_2, GENERIC);

  private final dev.gatewright.runtime.Gate gate2;

  private final Names.Default default2;

  private final Names.Gate gate3;

  public NamesGuard(String gate, String names, dev.gatewright.runtime.Gate gate2,
      Names.Default default2, Names.Gate gate3) {
    super(gate, names);
    this.gate2 = gate2;
    this.default2 = default2;
    this.gate3 = gate3;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String enter(String gate, String passage, String violations, String passage2) {
    // Checks transport, limits, authentication and access, which need no argument.
    dev.gatewright.runtime.Passage passage3 = gate2.enter(ENTER);
    // Validates the arguments and reports all violations together.
    Violations violations2 = passage3.violations();
    violations2.notNull("gate", gate);
    violations2.check(this, new Object[] {gate, passage, violations, passage2});
    violations2.refuseIfAny();
    // Asks the policies whether the caller may use this object.
    passage3.require("Default", default2.permits(passage3.caller()));
    passage3.require("Gate", gate3.permits(passage3.caller(), gate));
    return super.enter(gate, passage, violations, passage2);
  }

  @Override
  public String endpoint_Policies(String gate, int FIND, String LIST) {
    // Checks transport, limits, authentication and access, which need no argument.
    dev.gatewright.runtime.Passage passage = gate2.enter(ENDPOINT_POLICIES_2);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("gate", gate);
    violations.check(this, new Object[] {gate, FIND, LIST});
    violations.refuseIfAny();
    // Asks the policies whether the caller may use this object.
    passage.require("Default", default2.permits(passage.caller()));
    passage.require("Gate", gate3.permits(passage.caller(), gate));
    return super.endpoint_Policies(gate, FIND, LIST);
  }

  @Override
  public void list(String gate, Object $, Object _a) {
    // Checks transport, limits, authentication and access, which need no argument.
    dev.gatewright.runtime.Passage passage = gate2.enter(LIST_2);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("gate", gate);
    violations.check(this, new Object[] {gate, $, _a});
    violations.refuseIfAny();
    // Asks the policies whether the caller may use this object.
    passage.require("Default", default2.permits(passage.caller()));
    passage.require("Gate", gate3.permits(passage.caller(), gate));
    super.list(gate, $, _a);
  }

  @Override
  public <Passage> Passage generic(String gate, Passage value) {
    // Checks transport, limits, authentication and access, which need no argument.
    dev.gatewright.runtime.Passage passage = gate2.enter(GENERIC);
    // Validates the arguments and reports all violations together.
    Violations violations = passage.violations();
    violations.notNull("gate", gate);
    violations.check(this, new Object[] {gate, value});
    violations.refuseIfAny();
    // Asks the policies whether the caller may use this object.
    passage.require("Default", default2.permits(passage.caller()));
    passage.require("Gate", gate3.permits(passage.caller(), gate));
    return super.generic(gate, value);
  }
}
