package dev.gatewright.openrewrite;

import static org.openrewrite.java.Assertions.java;

import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Imports after a run: none that is unused, none that is ambiguous. */
class ImportsTest implements RewriteTest {
  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new MoveToGatewright())
        .parser(JavaParser.fromJavaVersion().classpath(JavaParser.runtimeClasspath()));
  }

  @Test
  void springsSecuredGoesWhereAllOfItIsTurned() {
    rewriteRun(
        java(
            """
            package shop;

            import org.springframework.security.access.annotation.Secured;

            class Orders {
              @Secured("ROLE_ADMIN")
              public void list() {}

              @Secured({"ROLE_ADMIN", "ROLE_CLERK"})
              public void change() {}

              @Secured("SCOPE_orders:read")
              public void read() {}
            }
            """,
            """
            package shop;

            import dev.gatewright.Secured;

            class Orders {
              @Secured(roles = "ADMIN")
              public void list() {}

              @Secured(roles = {"ADMIN", "CLERK"})
              public void change() {}

              @Secured(scopes = "orders:read")
              public void read() {}
            }
            """));
  }

  @Test
  void ofTwoSecuredsOneIsWrittenWithItsPackage() {
    rewriteRun(
        java(
            """
            package shop;

            import org.springframework.security.access.annotation.Secured;

            class Orders {
              @Secured("ROLE_ADMIN")
              public void list() {}

              @Secured("IS_AUTHENTICATED_FULLY")
              public void change() {}
            }
            """,
            """
            package shop;

            import org.springframework.security.access.annotation.Secured;

            class Orders {
              @dev.gatewright.Secured(roles = "ADMIN")
              public void list() {}

              // Gatewright: @Secured stays: it asks how callers were authenticated: write @Secured, with maxAuthAge or acr where a recent or stronger authentication is meant.
              @Secured("IS_AUTHENTICATED_FULLY")
              public void change() {}
            }
            """));
  }

  @Test
  void anImportOfAPackageDoesNotLeadToTheWrongSecured() {
    rewriteRun(
        java(
            """
            package shop;

            import org.springframework.security.access.annotation.*;
            import org.springframework.security.access.prepost.*;

            class Orders {
              @PreAuthorize("hasRole('ADMIN')")
              public void list() {}

              @Secured("IS_AUTHENTICATED_FULLY")
              public void change() {}
            }
            """,
            """
            package shop;

            import org.springframework.security.access.annotation.*;

            class Orders {
              @dev.gatewright.Secured(roles = "ADMIN")
              public void list() {}

              // Gatewright: @Secured stays: it asks how callers were authenticated: write @Secured, with maxAuthAge or acr where a recent or stronger authentication is meant.
              @Secured("IS_AUTHENTICATED_FULLY")
              public void change() {}
            }
            """));
  }

  @Test
  void aTypeOfTheSamePackageKeepsItsName() {
    rewriteRun(
        java(
            """
            package shop;

            @interface Public {}
            """),
        java(
            """
            package shop;

            import jakarta.annotation.security.PermitAll;

            class Prices {
              @PermitAll
              public void list() {}
            }
            """,
            """
            package shop;

            class Prices {
              @dev.gatewright.Public(reason = "Open to everybody by @PermitAll before the move to Gatewright")
              public void list() {}
            }
            """));
  }

  @Test
  void constantsThatAreUsedNoMoreAreNotImported() {
    rewriteRun(
        java(
            """
            package shop.names;

            public interface Roles {
              String ADMIN = "ADMIN";
              String CLERK = "CLE" + "RK";
            }
            """),
        java(
            """
            package shop;

            import static shop.names.Roles.CLERK;

            import jakarta.annotation.security.RolesAllowed;
            import org.springframework.security.access.prepost.PreAuthorize;
            import shop.names.Roles;

            class Orders {
              @PreAuthorize("hasRole('" + Roles.ADMIN + "')")
              public void list() {}

              @RolesAllowed({CLERK, Roles.ADMIN})
              public void change() {}

              @RolesAllowed(System.lineSeparator)
              public void none() {}
            }
            """
                .replace("System.lineSeparator", "java.io.File.separator"),
            """
            package shop;

            import dev.gatewright.Secured;
            import jakarta.annotation.security.RolesAllowed;

            class Orders {
              @Secured(roles = "ADMIN")
              public void list() {}

              @Secured(roles = {"ADMIN", "CLERK"})
              public void change() {}

              // Gatewright: @RolesAllowed stays: its roles are no literals or constants of the sources.
              @RolesAllowed(java.io.File.separator)
              public void none() {}
            }
            """));
  }

  @Test
  void annotationsOfJavaxAreRead() {
    rewriteRun(
        spec ->
            spec.parser(
                JavaParser.fromJavaVersion()
                    .dependsOn(
                        "package javax.annotation.security; public @interface RolesAllowed {"
                            + " String[] value(); }",
                        "package javax.annotation.security; public @interface DenyAll {}")),
        java(
            """
            package shop;

            import javax.annotation.security.DenyAll;
            import javax.annotation.security.RolesAllowed;

            class Orders {
              @RolesAllowed("admin")
              public void list() {}

              @DenyAll
              public void change() {}
            }
            """,
            """
            package shop;

            import dev.gatewright.Secured;

            import javax.annotation.security.DenyAll;

            class Orders {
              @Secured(roles = "admin")
              public void list() {}

              // Gatewright: @DenyAll stays: it lets nobody in, and Gatewright has no word for that: remove the mapping, or write an object policy that permits nobody (docs/object-policies.md).
              @DenyAll
              public void change() {}
            }
            """));
  }

  @Test
  void rolesThatAnApplicationGivesAnotherMeaningStay() {
    rewriteRun(
        java(
            """
            package shop;

            import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
            import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;

            class Security {
              RoleHierarchy roles() {
                return RoleHierarchyImpl.fromHierarchy("ROLE_ADMIN > ROLE_CLERK");
              }
            }
            """),
        java(
            """
            package shop;

            import org.springframework.security.access.prepost.PreAuthorize;

            class Orders {
              @PreAuthorize("hasRole('CLERK')")
              public void list() {}

              @PreAuthorize("hasAuthority('SCOPE_orders:read')")
              public void read() {}
            }
            """,
            """
            package shop;

            import dev.gatewright.Secured;
            import org.springframework.security.access.prepost.PreAuthorize;

            class Orders {
              // Gatewright: @PreAuthorize stays: the application changes by RoleHierarchy what roles mean: write the roles that are meant in @Secured.
              @PreAuthorize("hasRole('CLERK')")
              public void list() {}

              @Secured(scopes = "orders:read")
              public void read() {}
            }
            """));
  }

  @Test
  void otherAuthoritiesAreWhatTheOptionSays() {
    rewriteRun(
        spec -> spec.recipe(new PreAuthorizeToSecured("scopes")),
        java(
            """
            package shop;

            import org.springframework.security.access.prepost.PreAuthorize;

            class Orders {
              @PreAuthorize("hasAuthority('orders:read')")
              public void list() {}
            }
            """,
            """
            package shop;

            import dev.gatewright.Secured;

            class Orders {
              @Secured(scopes = "orders:read")
              public void list() {}
            }
            """));
  }
}
