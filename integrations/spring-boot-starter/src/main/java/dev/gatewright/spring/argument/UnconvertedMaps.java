package dev.gatewright.spring.argument;

import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.annotation.RequestHeaderMapMethodArgumentResolver;
import org.springframework.web.method.annotation.RequestParamMapMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.MatrixVariableMapMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.PathVariableMapMethodArgumentResolver;

/**
 * Knows maps of parameters, which Spring MVC fills with text whatever they are declared to hold.
 */
final class UnconvertedMaps {
  private UnconvertedMaps() {}

  /**
   * Verifies that a map holds what it is declared to.
   *
   * @throws IllegalArgumentException if it would hold text, with the fix
   */
  static void verify(MethodParameter parameter, @Nullable HandlerMethodArgumentResolver resolver) {
    boolean isOfParameters = resolver instanceof RequestParamMapMethodArgumentResolver;
    if (!isOfParameters
        && !(resolver instanceof RequestHeaderMapMethodArgumentResolver)
        && !(resolver instanceof MatrixVariableMapMethodArgumentResolver)
        && !(resolver instanceof PathVariableMapMethodArgumentResolver)) {
      return;
    }
    ResolvableType type = ResolvableType.forMethodParameter(parameter);
    if (HttpHeaders.class.isAssignableFrom(type.toClass())) {
      return;
    }
    boolean several = MultiValueMap.class.isAssignableFrom(type.toClass());
    ResolvableType map = type.as(several ? MultiValueMap.class : Map.class);
    if (!takes(map.getGeneric(0), List.of(String.class))
        || !takes(
            map.getGeneric(1),
            isOfParameters
                ? List.of(String.class, MultipartFile.class, Part.class)
                : List.of(String.class))) {
      throw new IllegalArgumentException(
          "The parameter "
              + parameter.getParameterName()
              + " of "
              + parameter.getExecutable().toGenericString()
              + " is a map that Spring MVC fills with text, whatever it is declared to hold, so its"
              + " values would be neither read nor checked. Fix: declare it to hold String, or take"
              + " each value as a parameter of its own.");
    }
  }

  private static boolean takes(ResolvableType declared, List<Class<?>> given) {
    return declared.resolve() == null
        || given.stream().anyMatch(type -> declared.toClass().isAssignableFrom(type));
  }
}
