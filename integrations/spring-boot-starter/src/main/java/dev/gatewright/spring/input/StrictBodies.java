package dev.gatewright.spring.input;

import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.spring.argument.BodyParameters;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/** Verifies that reading JSON bodies strictly takes the place of nothing of the application's. */
final class StrictBodies {
  private final Supplier<List<HttpMessageConverter<?>>> converters;
  private final Set<String> replaced;
  private final BodyFormats formats;
  private final Consumer<String> customizers;

  /**
   * Verifies by the application's converters.
   *
   * @param converters in order
   * @param replaced class names of converters whose place may be taken
   * @param formats which converters may read what is no JSON
   * @param customizers verifies those of the application's mapper, for the endpoint of that name
   */
  StrictBodies(
      Supplier<List<HttpMessageConverter<?>>> converters,
      Set<String> replaced,
      BodyFormats formats,
      Consumer<String> customizers) {
    this.converters = converters;
    this.replaced = replaced;
    this.formats = formats;
    this.customizers = customizers;
  }

  /**
   * Verifies an endpoint's body.
   *
   * @param consumed media types that its mapping lets through, if it names any
   * @throws StartUpException if a converter or a view of the application would be passed over, or
   *     if one would read a body that is no JSON loosely
   */
  void verify(HandlerMethod handler, Set<MediaType> consumed) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestPart.class)
          && !BodyParameters.isRawPart(parameter)) {
        MethodParameter part = parameter.nestedIfOptional();
        verifyView(handler, part);
        verifyConverter(handler, part, part.getNestedGenericParameterType());
      } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
        MethodParameter body = parameter.nestedIfOptional();
        verifyView(handler, body);
        if (!BodyFormats.isRaw(body)) {
          verifyConverter(handler, body, body.getNestedGenericParameterType());
          verifyFormats(handler, body, consumed);
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
    customizers.accept(handler.getShortLogMessage());
    HttpMessageConverter<?> converter =
        BodyRead.reader(body, type, MediaType.APPLICATION_JSON, converters.get());
    if (converter == null) {
      return;
    }
    String name = converter.getClass().getName();
    if (!FrameworkClasses.contain(converter.getClass(), "org.springframework.")
        && !replaced.contains(name)) {
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

  private void verifyFormats(HandlerMethod handler, MethodParameter body, Set<MediaType> consumed) {
    for (MediaType mediaType : BodyFormats.within(consumed, converters.get())) {
      HttpMessageConverter<?> loose =
          formats.loose(body, body.getNestedGenericParameterType(), mediaType, converters.get());
      if (loose != null) {
        throw new StartUpException(
            handler.getShortLogMessage()
                + " takes its body as "
                + mediaType
                + ", which "
                + loose.getClass().getName()
                + " would read less strictly than JSON is read",
            "name in 'consumes' the media types of JSON only, take the body as byte[] or String and"
                + " read it in the endpoint, or, where its reading is strict enough, list the"
                + " converter in 'gatewright.input.body-converters'.");
      }
    }
  }
}
