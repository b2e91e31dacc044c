package dev.gatewright.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.runtime.problem.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HibernateInputValidatorTest {
  private final InputValidator validator = HibernateInputValidator.standard();

  interface Strict {}

  record Line(@NotBlank String text, @Min(1) int count) {}

  record Order(
      @NotNull @Size(max = 3) String name,
      List<@Valid Line> lines,
      Map<String, @Valid Line> byName,
      @Max(value = 10, groups = Strict.class) int weight) {}

  record Tagged(
      List<@NotBlank String> tags,
      Set<@NotBlank String> set,
      Map<String, @NotBlank String> values,
      Map<@NotBlank String, String> keys,
      List<List<@NotBlank String>> nested,
      Optional<@NotBlank String> optional) {}

  record Priced(
      @DecimalMin("2") BigDecimal inclusive,
      @DecimalMin(value = "2", inclusive = false) BigDecimal exclusive,
      @Size(max = 3, message = "${validatedValue} is not {max} or ${1 + 1}") String own) {}

  /** Package-private as endpoints often are; parameters are called otherwise in the policy. */
  static class Orders {
    void place(@Min(1) int first, @Valid @NotNull Order second) {}

    void tag(@Valid Tagged tagged, List<@Min(1) Integer> counts) {}

    void price(@Valid Priced priced) {}

    void search(@Pattern(regexp = "(a|b)*") String text) {}
  }

  static class GuardedOrders extends Orders {}

  @Test
  void pathsStartWithTheParametersNameAndDescendAsTheClientWroteThem() {
    Order order = new Order("long", List.of(new Line("", 1)), Map.of("k", new Line("x", 0)), 0);

    assertThat(violations(place().build(), 0, order))
        .containsExactlyInAnyOrder(
            new Violation("page", "must be greater than or equal to 1"),
            new Violation("order.name", "size must be between 0 and 3"),
            new Violation("order.lines[0].text", "must not be blank"),
            new Violation("order.byName[k].count", "must be greater than or equal to 1"));
  }

  @Test
  void elementsAreNamedByTheirPlace() {
    Tagged tagged =
        new Tagged(
            List.of("a", ""),
            Set.of(""),
            Map.of("k", "", "<b>", "", "k".repeat(33), ""),
            Map.of("", "x"),
            List.of(List.of("a"), List.of("a", "")),
            Optional.of(""));

    assertThat(violations(tag(), tagged, List.of(1, 0)))
        .extracting(Violation::path)
        .containsExactlyInAnyOrder(
            "tags[1]",
            "set[]",
            "values[k]",
            // Two keys that are not plain.
            "values[?]",
            "values[?]",
            "keys[]",
            "nested[1][1]",
            "optional",
            "counts[1]");
  }

  @Test
  void aMessageIsNoProgram() {
    Priced priced = new Priced(BigDecimal.ONE, BigDecimal.ONE, "${1+1}");

    assertThat(violations(price(), priced))
        .containsExactlyInAnyOrder(
            new Violation("priced.inclusive", "must be greater than or equal to 2"),
            new Violation("priced.exclusive", "must be greater than 2"),
            new Violation("priced.own", "... is not 3 or ..."));
  }

  @Test
  void validArgumentsPass() {
    assertThat(violations(place().build(), 1, new Order("abc", List.of(), Map.of(), 11))).isEmpty();
  }

  @Test
  void theGroupsOfThePolicyAreValidated() {
    assertThat(
            violations(
                place().groups(Strict.class).build(),
                0,
                new Order("long", List.of(), Map.of(), 11)))
        .containsExactly(new Violation("order.weight", "must be less than or equal to 10"));
  }

  @Test
  void theSameInputIsToldTheSameViolationsInTheSameOrder() {
    Order order = new Order("long", List.of(new Line("", 0)), Map.of(), 0);
    List<Violation> first = violations(place().build(), 0, order);

    for (int i = 0; i < 20; i++) {
      assertThat(violations(place().build(), 0, order)).isEqualTo(first);
    }
  }

  @Test
  void aPatternThatExhaustsTheStackIsARefusalAndNoCrash() {
    EndpointPolicy search =
        EndpointPolicy.of(Orders.class, "search", String.class)
            .open("test")
            .parameterNames("text")
            .build();

    assertThat(violations(search, "ab".repeat(100_000)))
        .extracting(Violation::message)
        .containsExactly("is too complex to be checked");
  }

  @Test
  void theOffendingValueIsNeverTold() {
    assertThat(
            violations(place().build(), 0, new Order("s3cret", List.of(), Map.of(), 0)).toString())
        .doesNotContain("s3cret");
  }

  @Test
  void anAttackerDoesNotChooseTheSizeOfTheAnswer() {
    List<Line> lines = IntStream.range(0, 1_000).mapToObj(i -> new Line("", 0)).toList();

    assertThat(violations(place().build(), 1, new Order("a", lines, Map.of(), 0)))
        .hasSize(Violations.MAX_REPORTED);
  }

  private static EndpointPolicy.Builder place() {
    return EndpointPolicy.of(Orders.class, "place", int.class, Order.class)
        .open("test")
        .parameterNames("page", "order");
  }

  private static EndpointPolicy tag() {
    return EndpointPolicy.of(Orders.class, "tag", Tagged.class, List.class)
        .open("test")
        .parameterNames("", "counts")
        .build();
  }

  private static EndpointPolicy price() {
    return EndpointPolicy.of(Orders.class, "price", Priced.class)
        .open("test")
        .parameterNames("priced")
        .build();
  }

  private List<Violation> violations(EndpointPolicy policy, Object... arguments) {
    Violations found =
        new Violations(policy, validator, refusal -> new RefusedException(refusal, "id"));
    found.check(new GuardedOrders(), arguments);
    RefusedException refused = catchThrowableOfType(RefusedException.class, found::refuseIfAny);
    return refused == null ? List.of() : refused.refusal().violations();
  }
}
