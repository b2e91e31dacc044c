package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.mapping.Composed;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.GuardClasses;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the processor reads of mappings is what Spring MVC registers. */
class RoutesIT {
  private record Route(Set<String> methods, Set<String> paths) {
    static Route of(RequestMappingInfo mapping) {
      return new Route(
          mapping.getMethodsCondition().getMethods().stream()
              .map(Enum::name)
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(mapping.getPatternValues()));
    }

    static Route of(EndpointPolicy policy) {
      String[] parts = policy.route().split(" ", 2);
      return new Route(
          parts[0].equals("*") ? Set.of() : new TreeSet<>(Set.of(parts[0].split("\\|"))),
          new TreeSet<>(Set.of(parts[1].split("\\|"))));
    }
  }

  @Test
  void aliasesAreFollowedAsSpringFollowsThem() {
    try (RunningApplication running =
        Application.of(
                Composed.Aliased.class,
                Composed.WithoutPath.class,
                Composed.Wildcard.class,
                Composed.Variable.class,
                Composed.Exchanges.class)
            .start()) {
      Map<String, Route> registered = new TreeMap<>();
      Map<String, Route> read = new TreeMap<>();
      running
          .context()
          .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
          .getHandlerMethods()
          .forEach(
              (mapping, handler) -> {
                if (GuardClasses.isGenerated(handler.getBeanType())) {
                  EndpointPolicy policy =
                      EndpointMethods.policyOf(handler.getBeanType(), handler.getMethod());
                  registered.put(handler.getMethod().getName(), Route.of(mapping));
                  read.put(handler.getMethod().getName(), Route.of(Objects.requireNonNull(policy)));
                }
              });
      assertThat(read).hasSize(16).isEqualTo(registered);
    }
  }
}
