package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.guard.GuardClasses;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Finds the policies of the guarded servlet that the container will call for a request. */
final class GuardedServlets {
  private static final List<Class<?>> ANY = List.of(ServletRequest.class, ServletResponse.class);
  private static final List<Class<?>> HTTP =
      List.of(HttpServletRequest.class, HttpServletResponse.class);

  private GuardedServlets() {}

  /**
   * The policies in the order in which its methods call each other: {@code service}, then the one
   * of the request's method. Empty where the servlet is no guard.
   */
  static List<EndpointPolicy> policiesOf(HttpServletRequest request) {
    Class<?> guard = guardOf(request);
    if (guard == null) {
      return List.of();
    }
    List<EndpointPolicy> policies = GuardClasses.endpointPolicies(guard);
    String method = StringUtils.capitalize(request.getMethod().toLowerCase(Locale.ROOT));
    return Stream.of(
            named("service", ANY, policies),
            named("service", HTTP, policies),
            named("do" + method, HTTP, policies))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<EndpointPolicy> named(
      String method, List<Class<?>> parameters, List<EndpointPolicy> policies) {
    return policies.stream()
        .filter(policy -> policy.method().equals(method))
        .filter(policy -> policy.parameters().equals(parameters));
  }

  private static @Nullable Class<?> guardOf(HttpServletRequest request) {
    String name = request.getHttpServletMapping().getServletName();
    ServletRegistration servlet =
        StringUtils.hasLength(name)
            ? request.getServletContext().getServletRegistration(name)
            : null;
    Class<?> type = servlet == null ? null : load(servlet.getClassName());
    while (type != null && !GuardClasses.isGenerated(type)) {
      // Spring may have extended it.
      type = type.getSuperclass();
    }
    return type;
  }

  private static @Nullable Class<?> load(@Nullable String name) {
    try {
      return name == null ? null : ClassUtils.forName(name, GuardedServlets.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError unknown) {
      return null;
    }
  }
}
