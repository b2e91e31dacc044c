package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.mapping.MappingsByHand;
import dev.gatewright.applications.mapping.NamedAlike;
import dev.gatewright.applications.mapping.OwnMappings;
import dev.gatewright.applications.mapping.SecretHandler;
import dev.gatewright.applications.mapping.SubclassedGuards;
import dev.gatewright.applications.vault.Vault;
import dev.gatewright.runtime.Gate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Mappings that the application brings, and what they lead to. */
class HandlerMappingIT {
  private static final String HANDLER = SecretHandler.class.getName();
  private static final String SERVLET = MappingsByHand.SecretServlet.class.getName();

  static Stream<Arguments> ways() {
    return Stream.of(
        ofOpaque(
            OwnMappings.ExtendsAbstractHandlerMapping.class,
            "ExtendsAbstractHandlerMapping$OfHandlers"),
        ofOpaque(OwnMappings.ReturnsHandlerMethods.class, "ReturnsHandlerMethods$OfMethods"),
        of(OwnMappings.DetectsHandlersItself.class, "SecretHandler", HANDLER),
        ofOpaque(OwnMappings.ReplacesSpringsOwn.class, "ReplacesSpringsOwn$Replacing"),
        of(OwnMappings.CallsHandlersItself.class, "CallsHandlersItself$"),
        of(MappingsByHand.OfRouterFunctions.class, "byHand", "byHand"),
        of(MappingsByHand.RouterFunctionBean.class, "secretRoutes", "secretRoutes"),
        of(MappingsByHand.OfRequestHandlers.class, "SecretHandler", HANDLER),
        of(MappingsByHand.OfLambdas.class, "MappingsByHand$OfLambdas"),
        of(MappingsByHand.OfControllers.class, "SecretHandler$SecretController", HANDLER),
        of(MappingsByHand.OfPrototypes.class, "SecretHandler", HANDLER),
        of(MappingsByHand.AsDefaultHandler.class, "SecretHandler", HANDLER),
        of(MappingsByHand.BeanName.class, "SecretHandler", HANDLER),
        of(MappingsByHand.WrapsServlet.class, "ServletWrappingController", "/secret", SERVLET),
        of(
            MappingsByHand.ForwardsToServlet.class,
            "ServletForwardingController",
            "/secret",
            SERVLET),
        of(MappingsByHand.NamesViewByUrl.class, "", "byHand", HANDLER),
        of(MappingsByHand.HoldsView.class, "", "/secret", HANDLER),
        of(MappingsByHand.RegistersViewController.class, "", "viewControllerHandlerMapping"));
  }

  /** Nobody can tell what such a mapping leads to, so that its handlers are listed as well. */
  private static Arguments ofOpaque(Class<?> application, String named) {
    return of(application, named, application.getName(), HANDLER);
  }

  private static Arguments of(Class<?> application, String named, String... exemptions) {
    return arguments(
        application,
        named,
        exemptions.length == 0 ? List.of(application.getName()) : List.of(exemptions));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        NamedAlike.OfLongerName.class,
        NamedAlike.OfOtherParameters.class,
        NamedAlike.OfOtherType.class,
        NamedAlike.OfController.class
      })
  void aPolicyOfAnotherMethodIsNotTheHandlers(Class<?> handler) {
    assertThat(Application.of(handler).refused())
        .hasMessageContaining("NamedAlike_" + handler.getSimpleName() + "Guard")
        .hasMessageContaining("has no guard");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aWayThatIsNotExemptStopsTheStart(
      Class<?> application, String named, List<String> exemptions) {
    assertThat(Application.of(application).refused())
        .hasMessageContaining(named)
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theSameWayLeadsToTheSecretWhereItIsExempt(
      Class<?> application, String named, List<String> exemptions) {
    try (RunningApplication running =
        Application.of(application).exempting(exemptions.toArray(String[]::new)).start()) {
      running.get("/secret").isTheSecret();
    }
  }

  /** No interceptor could stand before its handlers, so that listing it would not help. */
  @Test
  void aMappingThatTakesNoInterceptorsStopsTheStartEvenWhereItIsExempt() {
    Application application = Application.of(OwnMappings.ImplementsHandlerMapping.class);

    assertThat(application.refused()).hasMessageContaining("ImplementsHandlerMapping$Direct");
    assertThat(
            application
                .exempting(OwnMappings.ImplementsHandlerMapping.class.getName(), HANDLER)
                .refused())
        .hasMessageContaining("AbstractHandlerMapping");
  }

  @Test
  void anExemptionOpensNothingElse() {
    assertThat(
            Application.of(
                    MappingsByHand.RouterFunctionBean.class,
                    OwnMappings.ImplementsHandlerMapping.class)
                .exempting("secretRoutes")
                .refused())
        .hasMessageContaining("ImplementsHandlerMapping$Direct");
  }

  @Test
  void anExemptionOfAPackageOrOfAPrefixIsNone() {
    assertThat(
            Application.of(MappingsByHand.OfRequestHandlers.class)
                .exempting("dev.gatewright.applications.mapping", HANDLER.substring(0, 40))
                .refused())
        .hasMessageContaining("SecretHandler");
  }

  @ParameterizedTest
  @ValueSource(classes = {SubclassedGuards.AsMethod.class, SubclassedGuards.AsRequestHandler.class})
  void aHandlerThatExtendsAGuardIsNotTheGuard(Class<?> application) {
    assertThat(Application.of(application).refused())
        .hasMessageContaining("GuardExtended")
        .hasMessageContaining("without its guard");
  }

  @Test
  void norIsOneThatIsMappedLater() {
    try (RunningApplication running = Application.of(Vault.class).start()) {
      SubclassedGuards.map(
          running
              .context()
              .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
          running.context().getBean(Gate.class));

      running
          .get("/secret", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isClosedWith(503);
    }
  }
}
