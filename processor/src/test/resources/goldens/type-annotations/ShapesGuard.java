package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Guards {@link Shapes}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Shapes.class,
    annotations = "5c96a091b2ffbb4a"
)
public class ShapesGuard<S> extends Shapes<S> implements Guard {
  /** Shapes.elements: any authenticated caller. */
  static final EndpointPolicy ELEMENTS =
      EndpointPolicy.of(Shapes.class, "elements", List.class)
          .secured()
          .build();

  /** Shapes.constrained: any authenticated caller. */
  static final EndpointPolicy CONSTRAINED =
      EndpointPolicy.of(Shapes.class, "constrained", Map.class, int.class)
          .secured()
          .build();

  /** Shapes.onParametersOnly: any authenticated caller. */
  static final EndpointPolicy ON_PARAMETERS_ONLY =
      EndpointPolicy.of(Shapes.class, "onParametersOnly", Shapes.Item.class, String[].class)
          .secured()
          .build();

  /** Shapes.optional: any authenticated caller. */
  static final EndpointPolicy OPTIONAL =
      EndpointPolicy.of(Shapes.class, "optional", Optional.class)
          .secured()
          .build();

  /** Shapes.nullness: any authenticated caller. */
  static final EndpointPolicy NULLNESS =
      EndpointPolicy.of(Shapes.class, "nullness", String.class, List.class)
          .secured()
          .build();

  /** Shapes.nested: any authenticated caller. */
  static final EndpointPolicy NESTED =
      EndpointPolicy.of(Shapes.class, "nested", Map.Entry.class)
          .secured()
          .build();

  /** Shapes.arrays: any authenticated caller. */
  static final EndpointPolicy ARRAYS =
      EndpointPolicy.of(Shapes.class, "arrays", String[][].class, List.class)
          .secured()
          .build();

  /** Shapes.variable: any authenticated caller. */
  static final EndpointPolicy VARIABLE =
      EndpointPolicy.of(Shapes.class, "variable", String[].class)
          .secured()
          .build();

  /** Shapes.wildcards: any authenticated caller. */
  static final EndpointPolicy WILDCARDS =
      EndpointPolicy.of(Shapes.class, "wildcards", List.class, List.class, List.class)
          .secured()
          .build();

  /** Shapes.validWildcards: any authenticated caller. */
  static final EndpointPolicy VALID_WILDCARDS =
      EndpointPolicy.of(Shapes.class, "validWildcards", List.class, List.class, Map.class,
          Map.class, List.class)
          .secured()
          .build();

  /** Shapes.annotatedWildcards: any authenticated caller. */
  static final EndpointPolicy ANNOTATED_WILDCARDS =
      EndpointPolicy.of(Shapes.class, "annotatedWildcards", List.class, List[].class,
          Shapes.Item[].class)
          .secured()
          .build();

  /** Shapes.ofVariable: any authenticated caller. */
  static final EndpointPolicy OF_VARIABLE =
      EndpointPolicy.of(Shapes.class, "ofVariable", List.class)
          .secured()
          .build();

  /** Shapes.generic: any authenticated caller. */
  static final EndpointPolicy GENERIC =
      EndpointPolicy.of(Shapes.class, "generic", Object.class, List.class, Object.class)
          .secured()
          .build();

  /** Shapes.returned: any authenticated caller. */
  static final EndpointPolicy RETURNED =
      EndpointPolicy.of(Shapes.class, "returned")
          .secured()
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(ELEMENTS, CONSTRAINED,
      ON_PARAMETERS_ONLY, OPTIONAL, NULLNESS, NESTED, ARRAYS, VARIABLE, WILDCARDS, VALID_WILDCARDS,
      ANNOTATED_WILDCARDS, OF_VARIABLE, GENERIC, RETURNED);

  private final Gate gate;

  public ShapesGuard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public void elements(List<Shapes. @Valid Item> items) {
    gate.enter(ELEMENTS);
    super.elements(items);
  }

  @Override
  public void constrained(
      @NotNull @Size(max = 3) Map<@NotBlank String, List<Shapes. @Valid @NotNull Item>> items,
      @Positive int count) {
    gate.enter(CONSTRAINED);
    super.constrained(items, count);
  }

  @Override
  public void onParametersOnly(Shapes.Item item, String[] names) {
    gate.enter(ON_PARAMETERS_ONLY);
    super.onParametersOnly(item, names);
  }

  @Override
  public void optional(Optional<@Size(min = 1, max = 2, message = "short") String> name) {
    gate.enter(OPTIONAL);
    super.optional(name);
  }

  @Override
  public @Nullable String nullness(@Nullable String one, List<@Nullable String> several) {
    gate.enter(NULLNESS);
    return super.nullness(one, several);
  }

  @Override
  public Map. @Nullable Entry<String, Shapes. @Nullable Item> nested(
      Map. @Nullable Entry<String, Shapes.Item> one) {
    gate.enter(NESTED);
    return super.nested(one);
  }

  @Override
  public @Nullable String @Nullable [] arrays(@Nullable String @NonNull [] @Nullable [] deep,
      List<@Nullable String[]> inside) {
    gate.enter(ARRAYS);
    return super.arrays(deep, inside);
  }

  @Override
  public void variable(@Nullable String @Nullable ... names) {
    gate.enter(VARIABLE);
    super.variable(names);
  }

  @Override
  public void wildcards(List<? extends Shapes. @Nullable Item> upper,
      List<? super Shapes. @NonNull Item> lower, List<?> any) {
    gate.enter(WILDCARDS);
    super.wildcards(upper, lower, any);
  }

  @Override
  public void validWildcards(@NotEmpty List<@Valid ? extends Shapes.Item> upper,
      List<@Valid ? super Shapes.Item> lower,
      Map<String, List<@Valid ? extends Shapes.Item>> nested,
      Map<@NotBlank ? extends CharSequence, @Valid @NotNull ?> both,
      List<? extends @Size(max = 3) String> bound) {
    gate.enter(VALID_WILDCARDS);
    super.validWildcards(upper, lower, nested, both, bound);
  }

  @Override
  public void annotatedWildcards(List<@Nullable ?> any,
      List<@Nullable ? extends Shapes.Item>[] array, Shapes.Item... rest) {
    gate.enter(ANNOTATED_WILDCARDS);
    super.annotatedWildcards(any, array, rest);
  }

  @Override
  public <T extends List<@Nullable ? extends Shapes.Item>> List<@Nullable ? super Shapes.Item> ofVariable(
      T one) {
    gate.enter(OF_VARIABLE);
    return super.ofVariable(one);
  }

  @Override
  public <T extends @Nullable Object, U extends List<@Nullable String>> @Nullable T generic(T one,
      @Nullable U other, @Nullable S own) {
    gate.enter(GENERIC);
    return super.generic(one, other, own);
  }

  @Override
  public List<String> returned() {
    gate.enter(RETURNED);
    return super.returned();
  }
}
