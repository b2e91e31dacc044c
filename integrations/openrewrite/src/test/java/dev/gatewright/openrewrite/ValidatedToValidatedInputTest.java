package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openrewrite.Recipe;

class ValidatedToValidatedInputTest {
  private static final Recipe RECIPE = new ValidatedToValidatedInput();
  private static final String IMPORTS =
      """
      import org.springframework.validation.annotation.Validated;
      import org.springframework.web.bind.annotation.*;
      """;

  private record Case(String name, String before, String after) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "a controller, the groups of a method, and parameters",
              """
              @RestController
              @Validated
              class Orders {
                @PostMapping("/orders")
                @Validated(Create.class)
                String create(@Validated @RequestBody Order order) {
                  return "";
                }

                @PutMapping("/orders")
                @Validated({Create.class, Change.class})
                String change(@jakarta.validation.Valid @RequestBody Order order) {
                  return "";
                }
              }

              record Order(String id) {}
              interface Create {}
              interface Change {}
              """,
              """
              @RestController
              @ValidatedInput
              class Orders {
                @PostMapping("/orders")
                @ValidatedInput(groups = Create.class)
                String create(@Valid @RequestBody Order order) {
                  return "";
                }

                @PutMapping("/orders")
                @ValidatedInput(groups = {Create.class, Change.class})
                String change(@Valid @RequestBody Order order) {
                  return "";
                }
              }

              record Order(String id) {}
              interface Create {}
              interface Change {}
              """),
          new Case(
              "groups of a parameter",
              """
              @RestController
              @Validated
              class Orders {
                @PostMapping("/orders")
                String create(@Validated(Create.class) @RequestBody Order order) {
                  return "";
                }
              }

              record Order(String id) {}
              interface Create {}
              """,
              """
              @RestController
              // Gatewright: @Validated stays: a parameter of create names groups of its own: write @ValidatedInput(groups) on the method and @Valid there.
              @Validated
              class Orders {
                // Gatewright: @Validated stays: a parameter of create names groups of its own: write @ValidatedInput(groups) on the method and @Valid there.
                @PostMapping("/orders")
                String create(@Validated(Create.class) @RequestBody Order order) {
                  return "";
                }
              }

              record Order(String id) {}
              interface Create {}
              """),
          new Case(
              "groups of a method of a class that bears nothing",
              """
              @RestController
              class Orders {
                @PostMapping("/orders")
                @Validated(Create.class)
                String create(@RequestBody String order) {
                  return "";
                }
              }

              interface Create {}
              """,
              """
              @RestController
              class Orders {
                @PostMapping("/orders")
                // Gatewright: @Validated stays: its groups hold where the class bears one, too: write @ValidatedInput(groups).
                @Validated(Create.class)
                String create(@RequestBody String order) {
                  return "";
                }
              }

              interface Create {}
              """),
          new Case(
              "a method that is no endpoint",
              """
              @RestController
              @Validated
              class Orders {
                @PostMapping("/orders")
                String create(@RequestBody String order) {
                  return "";
                }

                String helper(@jakarta.validation.constraints.NotNull String order) {
                  return "";
                }
              }
              """,
              """
              @RestController
              // Gatewright: @Validated stays: helper is no endpoint and would be validated no more: move it to another class.
              @Validated
              class Orders {
                @PostMapping("/orders")
                String create(@RequestBody String order) {
                  return "";
                }

                String helper(@jakarta.validation.constraints.NotNull String order) {
                  return "";
                }
              }
              """),
          new Case(
              "constraints on a result",
              """
              @RestController
              @Validated
              class Orders {
                @GetMapping("/orders")
                @jakarta.validation.constraints.NotNull
                String find() {
                  return "";
                }
              }
              """,
              """
              @RestController
              // Gatewright: @Validated stays: find has constraints on its result, which a guard does not check: move them.
              @Validated
              class Orders {
                @GetMapping("/orders")
                @jakarta.validation.constraints.NotNull
                String find() {
                  return "";
                }
              }
              """),
          new Case(
              "no controller",
              """
              @Validated
              class Orders {
                String create(@jakarta.validation.constraints.NotNull String order) {
                  return "";
                }
              }
              """,
              """
              @Validated
              class Orders {
                String create(@jakarta.validation.constraints.NotNull String order) {
                  return "";
                }
              }
              """));

  private static final List<String> TURNED =
      Turning.each(RECIPE, IMPORTS, CASES.stream().map(Case::before).toList());

  @ParameterizedTest
  @FieldSource("CASES")
  void controllers(Case each) {
    assertThat(TURNED.get(CASES.indexOf(each))).isEqualTo(each.after());
  }

  @Test
  void subclassesAndSuperclassesKeepTheirs() {
    String source =
        """
        import org.springframework.stereotype.Controller;
        import org.springframework.validation.annotation.Validated;

        @Controller
        @Validated
        class Base {}

        @Controller
        @Validated
        class Orders extends Base {}
        """;

    assertThat(Turning.of(RECIPE, source))
        .contains(
            "@Controller\n// Gatewright: @Validated stays: other classes extend this one: write"
                + " @ValidatedInput by hand.\n@Validated\nclass Base",
            "@Controller\n// Gatewright: @Validated stays: the class has a superclass: write"
                + " @ValidatedInput by hand.\n@Validated\nclass Orders");
  }
}
