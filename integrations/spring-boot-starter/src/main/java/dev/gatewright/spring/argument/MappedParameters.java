package dev.gatewright.spring.argument;

import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.ParameterContentNegotiationStrategy;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Names the parameters by which mappings tell endpoints apart: {@code params = "mode=x"}, and the
 * format of the answer where a parameter says it.
 */
final class MappedParameters {
  private MappedParameters() {}

  static Set<String> of(HandlerMethod handler, ContentNegotiationManager negotiation) {
    Set<String> names = new HashSet<>();
    add(handler.getMethod(), names);
    add(handler.getBeanType(), names);
    for (ContentNegotiationStrategy each : negotiation.getStrategies()) {
      if (each instanceof ParameterContentNegotiationStrategy format) {
        names.add(format.getParameterName());
      }
    }
    return names;
  }

  private static void add(AnnotatedElement mapped, Set<String> names) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
    if (mapping == null) {
      return;
    }
    for (String expression : mapping.params()) {
      int equals = expression.indexOf('=');
      boolean isOther = equals > 0 && expression.charAt(equals - 1) == '!';
      String name =
          equals < 0 ? expression : expression.substring(0, isOther ? equals - 1 : equals);
      if (!name.startsWith("!")) {
        names.add(name);
      }
    }
  }
}
