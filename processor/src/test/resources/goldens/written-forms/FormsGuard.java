package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Guards {@link Forms}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Forms.class,
    annotations = "e9e81a4a725c70a0"
)
@SuppressWarnings("deprecation")
public class FormsGuard extends Forms implements Guard {
  /** Forms.hiding: role r. */
  static final EndpointPolicy HIDING =
      EndpointPolicy.of(Forms.class, "hiding", Comparable.class, java.util.Date.class, Moved.class,
          Forms.Entry.class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.first: role r. */
  static final EndpointPolicy FIRST =
      EndpointPolicy.of(Forms.class, "first", java.sql.Date.class, Moved.class, Map.Entry.class,
          Forms.Row$1.class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.fillsOneHundredColumnsWell: role r. */
  static final EndpointPolicy FILLS_ONE_HUNDRED_COLUMNS_WELL =
      EndpointPolicy.of(Forms.class, "fillsOneHundredColumnsWell", String.class, String.class,
          String.class, String.class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.needsOneHundredAndOneColumn: role r. */
  static final EndpointPolicy NEEDS_ONE_HUNDRED_AND_ONE_COLUMN =
      EndpointPolicy.of(Forms.class, "needsOneHundredAndOneColumn", String.class, String.class,
          String.class, String.class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.aNameSoLongThatTheFirstParameterWraps: role r. */
  static final EndpointPolicy A_NAME_SO_LONG_THAT_THE_FIRST_PARAMETER_WRAPS =
      EndpointPolicy.of(Forms.class, "aNameSoLongThatTheFirstParameterWraps", String.class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.throwing: role r. */
  static final EndpointPolicy THROWING =
      EndpointPolicy.of(Forms.class, "throwing", String.class, String.class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.variableArity: role r. */
  static final EndpointPolicy VARIABLE_ARITY =
      EndpointPolicy.of(Forms.class, "variableArity", String.class, String.class, String.class,
          String[].class)
          .secured()
          .anyRole("r")
          .build();

  /** Forms.deep: role r. */
  static final EndpointPolicy DEEP =
      EndpointPolicy.of(Forms.class, "deep", String[][].class)
          .secured()
          .anyRole("r")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(HIDING, FIRST,
      FILLS_ONE_HUNDRED_COLUMNS_WELL, NEEDS_ONE_HUNDRED_AND_ONE_COLUMN,
      A_NAME_SO_LONG_THAT_THE_FIRST_PARAMETER_WRAPS, THROWING, VARIABLE_ARITY, DEEP);

  private final Gate gate;

  @Forms.Wiring(
      value = "two\n"
              + "lines",
      types = {
          java.util.Date.class,
          java.sql.Date.class,
          Map.Entry.class
      },
      nested = {
          @Forms.Nested({"a", "b\n"}),
          @Forms.Nested({})
      },
      number = 1L
  )
  @Forms.Nested({
      "first",
      "second"
  })
  public FormsGuard(
      @Forms.Wiring(value = "a name that fills the line", number = 2L) String transport,
      @Forms.Nested("two\n"
          + "lines") List<Map.Entry<String, Forms.Entry>> entries,
      Map. @Nullable Entry<String, ? super Forms.Row$1> annotated, Gate gate) {
    super(transport, entries, annotated);
    this.gate = gate;
  }

  <Date extends Number & Comparable<Date>> FormsGuard(Date hides, java.sql.Date other, Gate gate) {
    super(hides, other);
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public <Date extends Comparable<? super Date>, Moved> Map<Date, Moved> hiding(Date one,
      java.util.Date other, dev.gatewright.golden.Moved same, Forms.Entry own) {
    gate.enter(HIDING);
    return super.hiding(one, other, same, own);
  }

  @Override
  public java.util.Date first(java.sql.Date second, Moved same,
      Map.Entry<Forms.Entry, Forms.Row$1> entry, Forms.Row$1 $) {
    gate.enter(FIRST);
    return super.first(second, same, entry, $);
  }

  @Override
  public void fillsOneHundredColumnsWell(String first, String second, String third, String fourth) {
    gate.enter(FILLS_ONE_HUNDRED_COLUMNS_WELL);
    super.fillsOneHundredColumnsWell(first, second, third, fourth);
  }

  @Override
  public void needsOneHundredAndOneColumn(String first, String second, String third,
      String fourth) {
    gate.enter(NEEDS_ONE_HUNDRED_AND_ONE_COLUMN);
    super.needsOneHundredAndOneColumn(first, second, third, fourth);
  }

  @Override
  public List<Map<String, List<Map<String, List<Map<String, List<String>>>>>>> aNameSoLongThatTheFirstParameterWraps(
      String only) {
    gate.enter(A_NAME_SO_LONG_THAT_THE_FIRST_PARAMETER_WRAPS);
    return super.aNameSoLongThatTheFirstParameterWraps(only);
  }

  @Override
  public String throwing(String first, String second) throws IOException, TimeoutException,
      ExecutionException, AtomicMoveNotSupportedException {
    gate.enter(THROWING);
    return super.throwing(first, second);
  }

  @Override
  public void variableArity(String first, String second, String third,
      @Nullable String... further) {
    gate.enter(VARIABLE_ARITY);
    super.variableArity(first, second, third, further);
  }

  @Override
  public void deep(String[] @Nullable ... names) {
    gate.enter(DEEP);
    super.deep(names);
  }
}
