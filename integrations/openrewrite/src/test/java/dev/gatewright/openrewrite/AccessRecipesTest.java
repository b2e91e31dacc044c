package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openrewrite.Recipe;

/** What becomes of annotations that stand on classes, on methods, and on both. */
class AccessRecipesTest {
  private static final Recipe RECIPE = new MoveToGatewright();
  private static final String IMPORTS =
      """
      import jakarta.annotation.security.*;
      import org.springframework.security.access.prepost.*;
      import org.springframework.web.bind.annotation.*;
      """;

  /** One class before and after. */
  private record Case(String name, String before, String after) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "a class whose methods bear nothing keeps the annotation on the class",
              """
              @RestController
              @PreAuthorize("hasRole('CUSTOMER')")
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }
              }
              """,
              """
              @RestController
              @Secured(roles = "CUSTOMER")
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }
              }
              """),
          new Case(
              "a method's annotation takes the place of the class's, which goes to the others",
              """
              @PreAuthorize("hasRole('CUSTOMER')")
              @RestController
              public class Orders {
                private final String shop;

                Orders(String shop) {
                  this.shop = shop;
                }

                @GetMapping("/orders")
                String list() {
                  return helper();
                }

                @GetMapping("/orders/all")
                @PreAuthorize("hasRole('ADMIN')")
                String all() {
                  return "";
                }

                public final String name() {
                  return shop;
                }

                <T> T same(T value) {
                  return value;
                }

                String plain() {
                  return shop;
                }

                private String helper() {
                  return "";
                }

                static String constant() {
                  return "";
                }

                @Override
                public String toString() {
                  return "";
                }
              }
              """,
              """
              @RestController
              public class Orders {
                private final String shop;

                Orders(String shop) {
                  this.shop = shop;
                }

                @GetMapping("/orders")
                @Secured(roles = "CUSTOMER")
                String list() {
                  return helper();
                }

                @GetMapping("/orders/all")
                @Secured(roles = "ADMIN")
                String all() {
                  return "";
                }

                @Secured(roles = "CUSTOMER")
                public final String name() {
                  return shop;
                }

                @Secured(roles = "CUSTOMER")
                <T> T same(T value) {
                  return value;
                }

                @Secured(roles = "CUSTOMER")
                String plain() {
                  return shop;
                }

                private String helper() {
                  return "";
                }

                static String constant() {
                  return "";
                }

                @Override
                public String toString() {
                  return "";
                }
              }
              """),
          new Case(
              "what every caller may do stays on the class below which roles add up",
              """
              @RestController
              @PreAuthorize("isAuthenticated()")
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }

                @GetMapping("/orders/all")
                @PreAuthorize("hasRole('ADMIN')")
                String all() {
                  return "";
                }

                @GetMapping("/prices")
                @PreAuthorize("permitAll()")
                String prices() {
                  return "";
                }
              }
              """,
              """
              @RestController
              @Secured
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }

                @GetMapping("/orders/all")
                @Secured(roles = "ADMIN")
                String all() {
                  return "";
                }

                @GetMapping("/prices")
                @Public(reason = "Open to everybody by @PreAuthorize before the move to Gatewright")
                String prices() {
                  return "";
                }
              }
              """),
          new Case(
              "a class that is open stays open except for its methods that are not",
              """
              @RestController
              @PermitAll
              class Prices {
                @GetMapping("/prices")
                String list() {
                  return "";
                }

                @PutMapping("/prices")
                @RolesAllowed({"editor", "admin"})
                String change() {
                  return "";
                }
              }
              """,
              """
              @RestController
              @Public(reason = "Open to everybody by @PermitAll before the move to Gatewright")
              class Prices {
                @GetMapping("/prices")
                String list() {
                  return "";
                }

                @PutMapping("/prices")
                @Secured(roles = {"admin", "editor"})
                String change() {
                  return "";
                }
              }
              """),
          new Case(
              "a method that is no endpoint gets what Gatewright's of the class would not reach",
              """
              @RestController
              @PreAuthorize("hasRole('CUSTOMER')")
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }

                @ModelAttribute("shop")
                public String shop() {
                  return "";
                }
              }
              """,
              """
              @RestController
              @Secured(roles = "CUSTOMER")
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }

                @ModelAttribute("shop")
                @Secured(roles = "CUSTOMER")
                public String shop() {
                  return "";
                }
              }
              """),
          new Case(
              "a mapping of an interface is that of its own method only",
              """
              @RestController
              @PreAuthorize("hasRole('CUSTOMER')")
              class Orders implements OrdersApi {
                @Override
                public String find(String id) {
                  return "";
                }

                public String find(Integer id) {
                  return "";
                }
              }

              interface OrdersApi {
                @GetMapping("/orders")
                String find(String id);
              }
              """,
              """
              @RestController
              @Secured(roles = "CUSTOMER")
              class Orders implements OrdersApi {
                @Override
                public String find(String id) {
                  return "";
                }

                @Secured(roles = "CUSTOMER")
                public String find(Integer id) {
                  return "";
                }
              }

              interface OrdersApi {
                @GetMapping("/orders")
                String find(String id);
              }
              """),
          new Case(
              "an annotation that was not found may ask for more",
              """
              @Secured(roles = "CUSTOMER")
              class Orders {
                @PreAuthorize("permitAll")
                public void list() {}
              }
              """,
              """
              @Secured(roles = "CUSTOMER")
              class Orders {
                // Gatewright: @PreAuthorize stays: the type of @Secured was not found: build with all dependencies first.
                @PreAuthorize("permitAll")
                public void list() {}
              }
              """),
          new Case(
              "comments between annotations stay when the first goes",
              """
              // Orders.
              @PreAuthorize("hasRole('CLERK')")
              // Until 2027.
              @Deprecated(forRemoval = true)
              class Orders {
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }

              @PreAuthorize("hasRole('CLERK')")
              // Until 2028.
              final class Lines {
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }

              @PreAuthorize("hasRole('CLERK')")
              // Until 2029.
              class Parts {
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }
              """,
              """
              // Orders.
              // Until 2027.
              @Deprecated(forRemoval = true)
              class Orders {
                @Secured(roles = "ADMIN")
                public void list() {}
              }

              // Until 2028.
              final class Lines {
                @Secured(roles = "ADMIN")
                public void list() {}
              }

              // Until 2029.
              class Parts {
                @Secured(roles = "ADMIN")
                public void list() {}
              }
              """),
          new Case(
              "a method that the container calls keeps its own",
              """
              @RolesAllowed("clerk")
              class Ledger {
                @RolesAllowed("timer")
                @org.springframework.scheduling.annotation.Scheduled(fixedRate = 1)
                public void close() {}

                public void book() {}
              }
              """,
              """
              class Ledger {
                // Gatewright: @RolesAllowed stays: the container calls the method without a request, where Gatewright's could only refuse.
                @RolesAllowed("timer")
                @org.springframework.scheduling.annotation.Scheduled(fixedRate = 1)
                public void close() {}

                @Secured(roles = "clerk")
                public void book() {}
              }
              """),
          new Case(
              "a service is secured as a whole",
              """
              @RolesAllowed("clerk")
              class Ledger {
                public void book() {}

                @jakarta.annotation.PostConstruct
                void start() {}
              }
              """,
              """
              @Secured(roles = "clerk")
              class Ledger {
                public void book() {}

                @jakarta.annotation.PostConstruct
                void start() {}
              }
              """),
          new Case(
              "what the container calls cannot be guarded",
              """
              @RolesAllowed("clerk")
              class Ledger {
                @org.springframework.scheduling.annotation.Scheduled(fixedRate = 1)
                public void close() {}

                @PermitAll
                public void balance() {}
              }
              """,
              """
              // Gatewright: @RolesAllowed stays: the container calls close, which Gatewright's annotations cannot guard: move it to another class.
              @RolesAllowed("clerk")
              class Ledger {
                @org.springframework.scheduling.annotation.Scheduled(fixedRate = 1)
                public void close() {}

                // Gatewright: @PermitAll stays: the container calls close, which Gatewright's annotations cannot guard: move it to another class.
                @PermitAll
                public void balance() {}
              }
              """),
          new Case(
              "under a class's annotation that stays, those of its methods stay",
              """
              /** Orders. */
              @RestController @PreAuthorize("@shop.isOpen()")
              class Orders {
                @GetMapping("/orders")
                @PreAuthorize("hasRole('CUSTOMER')")
                String list() {
                  return "";
                }
              }
              """,
              """
              /** Orders. */
              @RestController
              // Gatewright: @PreAuthorize stays: it asks about arguments, objects or beans: write an object policy (docs/object-policies.md).
              @PreAuthorize("@shop.isOpen()")
              class Orders {
                @GetMapping("/orders")
                // Gatewright: @PreAuthorize stays: it takes the place of the one of the class, which stays.
                @PreAuthorize("hasRole('CUSTOMER')")
                String list() {
                  return "";
                }
              }
              """),
          new Case(
              "annotations that stay keep the class's away from their methods",
              """
              @RestController
              @PreAuthorize("permitAll")
              class Orders {
                @GetMapping("/orders")
                String list() {
                  return "";
                }

                @GetMapping("/orders/{id}")
                @PreAuthorize("#id == authentication.name")
                String mine(@PathVariable String id) {
                  return "";
                }
              }
              """,
              """
              @RestController
              class Orders {
                @GetMapping("/orders")
                @Public(reason = "Open to everybody by @PreAuthorize before the move to Gatewright")
                String list() {
                  return "";
                }

                @GetMapping("/orders/{id}")
                // Gatewright: @PreAuthorize stays: it asks about arguments, objects or beans: write an object policy (docs/object-policies.md).
                @PreAuthorize("#id == authentication.name")
                String mine(@PathVariable String id) {
                  return "";
                }
              }
              """),
          new Case(
              "two systems on one class add up before and after",
              """
              @RestController
              @RolesAllowed("customer")
              class Orders {
                @GetMapping("/orders")
                @PreAuthorize("hasAuthority('SCOPE_orders:read')")
                String list() {
                  return "";
                }
              }
              """,
              """
              @RestController
              @Secured(roles = "customer")
              class Orders {
                @GetMapping("/orders")
                @Secured(scopes = "orders:read")
                String list() {
                  return "";
                }
              }
              """),
          new Case(
              "what is open to one system and closed to another is not opened",
              """
              @RestController
              @RolesAllowed("customer")
              class Orders {
                @GetMapping("/orders")
                @PreAuthorize("permitAll")
                String list() {
                  return "";
                }
              }
              """,
              """
              @RestController
              @Secured(roles = "customer")
              class Orders {
                @GetMapping("/orders")
                // Gatewright: @PreAuthorize stays: others beside it ask for more: @Public would open what they close.
                @PreAuthorize("permitAll")
                String list() {
                  return "";
                }
              }
              """),
          new Case(
              "an element bears one of Gatewright's only",
              """
              class Orders {
                @RolesAllowed("customer")
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }
              """,
              """
              class Orders {
                // Gatewright: @RolesAllowed stays: there is one of Gatewright's already: join both by hand.
                @RolesAllowed("customer")
                @Secured(roles = "ADMIN")
                public void list() {}
              }
              """),
          new Case(
              "a class is not closed around a method that Gatewright opens",
              """
              @PreAuthorize("hasRole('ADMIN')")
              class Orders {
                @dev.gatewright.Public(reason = "Prices are on the door.")
                public void prices() {}
              }
              """,
              """
              // Gatewright: @PreAuthorize stays: a method is @Public, which would be open: decide about that one first.
              @PreAuthorize("hasRole('ADMIN')")
              class Orders {
                @dev.gatewright.Public(reason = "Prices are on the door.")
                public void prices() {}
              }
              """),
          new Case(
              "interfaces keep theirs",
              """
              interface Orders {
                @PreAuthorize("hasRole('ADMIN')")
                void list();
              }
              """,
              """
              interface Orders {
                // Gatewright: @PreAuthorize stays: it is inherited from an interface, where Gatewright's add up with those of the class: write them by hand.
                @PreAuthorize("hasRole('ADMIN')")
                void list();
              }
              """),
          new Case(
              "an annotation does not reach what a superclass has, so Gatewright's goes to the"
                  + " methods",
              """
              @PreAuthorize("hasRole('ADMIN')")
              class Orders extends Base {
                public void list() {}
              }

              class Base {
                public void name() {}
              }
              """,
              """
              class Orders extends Base {
                @Secured(roles = "ADMIN")
                public void list() {}
              }

              class Base {
                public void name() {}
              }
              """),
          new Case(
              "classes and their superclasses both keep theirs",
              """
              class Orders extends Base {
                @Override
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }

              class Base {
                @PreAuthorize("hasRole('CLERK')")
                public void list() {}
              }
              """,
              """
              class Orders extends Base {
                @Override
                // Gatewright: @PreAuthorize stays: a supertype bears one, too, with which Gatewright's annotations add up: write them by hand.
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }

              class Base {
                // Gatewright: @PreAuthorize stays: other classes extend this one, where Gatewright's annotations add up with theirs: write them by hand.
                @PreAuthorize("hasRole('CLERK')")
                public void list() {}
              }
              """),
          new Case(
              "annotations of the application's own stay, and where they stand",
              """
              @PreAuthorize("hasRole('ADMIN')")
              @interface IsAdmin {}

              class Orders {
                @IsAdmin
                public void list() {}
              }
              """,
              """
              // Gatewright: @PreAuthorize stays: Gatewright's annotations hold only for what they stand on: write them in the places of @IsAdmin.
              @PreAuthorize("hasRole('ADMIN')")
              @interface IsAdmin {}

              class Orders {
                // Gatewright: @IsAdmin stays: @IsAdmin only bears what counts: write @Secured or @Public here instead.
                @IsAdmin
                public void list() {}
              }
              """),
          new Case(
              "what is asked about objects stays beside what is turned",
              """
              class Orders {
                @PreAuthorize("hasRole('CLERK')")
                @PostAuthorize("returnObject == authentication.name")
                public String find() {
                  return "";
                }

                @PreFilter("filterObject != null")
                public void change(java.util.List<String> all) {}

                @PreAuthorize("permitAll")
                @PostFilter("filterObject != null")
                public java.util.List<String> all() {
                  return java.util.List.of();
                }
              }
              """,
              """
              class Orders {
                @Secured(roles = "CLERK")
                // Gatewright: @PostAuthorize stays: it asks about objects: write an object policy (docs/object-policies.md).
                @PostAuthorize("returnObject == authentication.name")
                public String find() {
                  return "";
                }

                // Gatewright: @PreFilter stays: it asks about objects: write an object policy (docs/object-policies.md).
                @PreFilter("filterObject != null")
                public void change(java.util.List<String> all) {}

                // Gatewright: @PreAuthorize stays: others beside it ask for more: @Public would open what they close.
                @PreAuthorize("permitAll")
                // Gatewright: @PostFilter stays: it asks about objects: write an object policy (docs/object-policies.md).
                @PostFilter("filterObject != null")
                public java.util.List<String> all() {
                  return java.util.List.of();
                }
              }
              """),
          new Case(
              "an annotation behind a modifier is not overlooked",
              """
              @PreAuthorize("hasRole('CLERK')")
              class Orders {
                public @PreAuthorize("hasRole('ADMIN')") String find() {
                  return "";
                }

                public void list() {}
              }
              """,
              """
              // Gatewright: @PreAuthorize stays: an annotation stands behind a modifier: write it before all of them.
              @PreAuthorize("hasRole('CLERK')")
              class Orders {
                public @PreAuthorize("hasRole('ADMIN')") String find() {
                  return "";
                }

                public void list() {}
              }
              """),
          new Case(
              "one of another system behind a modifier is not opened",
              """
              class Orders {
                @PreAuthorize("permitAll")
                public @RolesAllowed("clerk") String find() {
                  return "";
                }
              }
              """,
              """
              class Orders {
                // Gatewright: @PreAuthorize stays: an annotation stands behind a modifier: write it before all of them.
                @PreAuthorize("permitAll")
                public @RolesAllowed("clerk") String find() {
                  return "";
                }
              }
              """),
          new Case(
              "another answer to who is refused stays with the question",
              """
              class Orders {
                @PreAuthorize("hasRole('ADMIN')")
                @org.springframework.security.authorization.method.HandleAuthorizationDenied
                public void list() {}
              }
              """,
              """
              class Orders {
                // Gatewright: @PreAuthorize stays: @HandleAuthorizationDenied changes what it answers.
                @PreAuthorize("hasRole('ADMIN')")
                @org.springframework.security.authorization.method.HandleAuthorizationDenied
                public void list() {}
              }
              """),
          new Case(
              "a class nested in another is a class of its own",
              """
              @PreAuthorize("hasRole('ADMIN')")
              class Orders {
                public void list() {}

                static class Lines {
                  @PreAuthorize("hasRole('CLERK')")
                  public void list() {}
                }
              }
              """,
              """
              @Secured(roles = "ADMIN")
              class Orders {
                public void list() {}

                static class Lines {
                  @Secured(roles = "CLERK")
                  public void list() {}
                }
              }
              """),
          new Case(
              "a remark goes with what it was about",
              """
              class Orders {
                // Gatewright: @PreAuthorize stays: it was another expression.
                @PreAuthorize("hasRole('ADMIN')")
                public void list() {}
              }
              """,
              """
              class Orders {
                @Secured(roles = "ADMIN")
                public void list() {}
              }
              """));

  private static final List<String> TURNED =
      Turning.each(RECIPE, IMPORTS, CASES.stream().map(Case::before).toList());

  @ParameterizedTest
  @FieldSource("CASES")
  void classesAndMethods(Case each) {
    assertThat(TURNED.get(CASES.indexOf(each))).isEqualTo(each.after());
  }
}
