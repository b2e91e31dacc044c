package dev.gatewright.spring.guard;

import static dev.gatewright.spring.guard.StaleGuardTest.isRefused;
import static dev.gatewright.spring.guard.StaleGuardTest.recompiled;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that have lost what their guards relied on, and bear the same annotations of ours. */
class ChangedClassTest {
  private static final String SERVICE =
      """
      package stale;
      import dev.gatewright.*;
      import jakarta.annotation.*;
      import java.time.Clock;
      import org.springframework.beans.factory.*;
      import org.springframework.beans.factory.annotation.*;
      import org.springframework.boot.context.properties.ConfigurationProperties;
      import org.springframework.stereotype.Component;
      @Component @Secured
      /*type*/
      public class Desk extends Base /*implements*/ {
        public String tell(String word) { return word; }
        /*methods*/
      }
      class Base { /*base*/ }
      """;

  private static String with(String place, String text) {
    return SERVICE.replace("/*" + place + "*/", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Autowired(required = false) public void set(Clock a) {} | public void set(Clock a) {}",
        "@Value(\"a\") void set(String a) {} | void set(String a) {}",
        "@Resource void setA(Clock a) {} | void setA(Clock a) {}",
        "@PostConstruct void begin() {} | void begin() {}",
        "@PreDestroy void end() {} | void end() {}"
      })
  void anInjectionPointThatIsNoneAnyMoreIsAnEndpointWithoutAGuard(String before, String after) {
    isRefused(recompiled(with("methods", before), with("methods", after)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@PostConstruct", "@Autowired"})
  void soIsOneOfASuperclass(String annotation) {
    isRefused(
        recompiled(
            with("base", annotation + " public void begin() {}"),
            with("base", "public void begin() {}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InitializingBean | public void afterPropertiesSet() {}",
        "DisposableBean | public void destroy() {}",
        "BeanNameAware | public void setBeanName(String name) {}"
      })
  void soIsAMethodOfAnInterfaceThatIsNotImplementedAnyMore(String type, String method) {
    String after = with("methods", method);
    isRefused(recompiled(after.replace("/*implements*/", "implements " + type), after));
  }

  @ParameterizedTest
  @ValueSource(strings = "public void setName(String name) {}")
  void soIsASetterOfPropertiesThatAreNotBoundAnyMore(String setter) {
    String after = with("methods", setter);
    isRefused(recompiled(after.replace("/*type*/", "@ConfigurationProperties(\"desk\")"), after));
  }

  /** The virtual machine refuses the guard. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public class Desk | public final class Desk",
        "public String tell | public final String tell",
        "Base { | Base { public final java.util.List<dev.gatewright.runtime.policy.EndpointPolicy>"
            + " endpointPolicies() { return null; }"
      })
  void aClassThatCannotBeExtendedAnyMoreIsNamed(String before, String after) {
    String source = SERVICE;
    isRefused(recompiled(source, source.replace(before, after)));
  }
}
