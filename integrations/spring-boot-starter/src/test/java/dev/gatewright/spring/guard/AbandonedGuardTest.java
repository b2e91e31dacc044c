package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards of classes that bear nothing any more, nor does what they inherit from. */
class AbandonedGuardTest {
  private static final String SOURCE =
      """
      package stale;
      import dev.gatewright.*;
      import org.springframework.beans.factory.FactoryBean;
      import org.springframework.beans.factory.config.AbstractFactoryBean;
      import org.springframework.context.annotation.*;
      %s
      public class Desk%s {
        %s
        public String tell() { return "gold"; }
      }
      abstract class Base { %s public String tell() { return ""; } }
      interface Says { %s default String tell() { return ""; } }
      class Making { @Bean Desk desk() { return new Desk(); } }
      class Holding { @Bean java.util.List<Object> desks() { return java.util.List.of(new Desk()); } }
      class MakingLater { @Bean FactoryBean<?> desk() { return new Factory(); } }
      class Factory extends AbstractFactoryBean<Object> {
        @Override public Class<?> getObjectType() { return Desk.class; }
        @Override protected Object createInstance() { return new Desk(); }
      }
      """;

  private static Class<?> recompiled(String supertype, String annotated) {
    List<String> parts = List.of(annotated.split("\\|", -1));
    String before =
        SOURCE.formatted(parts.get(0), supertype, parts.get(1), parts.get(2), parts.get(3));
    return WithoutProcessor.compileAgain(
        "stale.Desk", before, SOURCE.formatted("", supertype, "", "", ""));
  }

  private static void isRefused(Class<?> source) {
    StartUpException refused =
        RefusedStart.refused(List.of(StaleGuardTest.Empty.class, source), RefusedStart.jwtAnd());

    assertThat(refused.problem())
        .containsPattern("stale\\.(Desk|Says)Guard is older")
        .containsPattern("neither stale\\.(Desk|Says) nor a supertype bears an annotation");
    assertThat(refused.fix()).contains("annotate stale.", "clean build directory");
  }

  /** Of the type, of its method, of its superclass's and of its interface's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; @Secured|||",
        "''; |@Secured||",
        "''; |@Public(reason = \"x\")||",
        "''; |@Secured @RateLimited(permits = 1, per = \"1m\")||",
        "' extends Base'; ||@Secured|",
        "' implements Says'; |||@Secured"
      })
  void oneStopsTheStart(String supertype, String annotated) {
    isRefused(recompiled(supertype, annotated));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Making", "MakingLater", "Holding"})
  void oneOfAnObjectThatTheApplicationMakesStopsTheStart(String maker) throws Exception {
    Class<?> desk = recompiled("", "|@Secured||");

    isRefused(desk.getClassLoader().loadClass("stale." + maker));
  }

  /** Others may be called so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class ServiceGuard {}",
        "class ServiceGuard extends Service {}",
        "class ServiceGuard implements dev.gatewright.runtime.Guard { public"
            + " java.util.List<dev.gatewright.runtime.policy.EndpointPolicy> endpointPolicies() {"
            + " return java.util.List.of(); } }"
      })
  void aClassThatIsCalledAsAGuardChangesNothing(String other) {
    StaleGuardTest.starts(
        WithoutProcessor.compile("lib.Service", "package lib; public class Service {} " + other));
  }
}
