package dev.gatewright.spring;

import com.fasterxml.jackson.annotation.JsonView;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Verifies that reading JSON bodies strictly takes the place of nothing of the application's. */
final class StrictBodies {
  private final Supplier<List<HttpMessageConverter<?>>> converters;
  private final Set<String> replaced;

  /**
   * Verifies by the application's converters.
   *
   * @param converters in order
   * @param replaced class names of converters whose place may be taken
   */
  StrictBodies(Supplier<List<HttpMessageConverter<?>>> converters, Set<String> replaced) {
    this.converters = converters;
    this.replaced = replaced;
  }

  /**
   * Verifies an endpoint's body.
   *
   * @throws StartUpException if a converter or a view of the application would be passed over
   */
  void verify(HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestBody.class)) {
        MethodParameter body = parameter.nestedIfOptional();
        verifyView(handler, body);
        if (!StrictBodyResolver.isRaw(body)) {
          verifyConverter(handler, body, body.getNestedGenericParameterType());
        }
      }
    }
  }

  private static void verifyView(HandlerMethod handler, MethodParameter body) {
    JsonView view = body.getParameterAnnotation(JsonView.class);
    if (view != null && view.value().length != 1) {
      throw new StartUpException(
          handler.getShortLogMessage() + " reads its body with more or less than one @JsonView",
          "name one, which may extend the others.");
    }
  }

  private void verifyConverter(HandlerMethod handler, MethodParameter body, Type type) {
    HttpMessageConverter<?> converter =
        BodyRead.reader(body, type, MediaType.APPLICATION_JSON, converters.get());
    if (converter == null) {
      return;
    }
    String name = converter.getClass().getName();
    if (!name.startsWith("org.springframework.") && !replaced.contains(name)) {
      throw new StartUpException(
          handler.getShortLogMessage()
              + " takes JSON, which "
              + name
              + " would read, but bodies of guarded endpoints are read strictly and without it",
          "take the body as String and read it in the endpoint, register a JacksonModule for your"
              + " types, or, where the converter is there for answers only, list it in"
              + " 'gatewright.input.replaced-json-converters'.");
    }
  }
}
