package dev.gatewright.spring.input;

import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.spring.argument.BodyParameters;
import dev.gatewright.spring.startup.StartUpException;
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
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestPartMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/** Verifies that reading JSON bodies strictly takes the place of nothing of the application's. */
final class StrictBodies {
  private static final String OURS = "dev.gatewright.spring.";
  private static final MediaType ANY_JSON = new MediaType("application", "*+json");

  private final Supplier<List<HttpMessageConverter<?>>> converters;
  private final Supplier<List<HandlerMethodArgumentResolver>> resolvers;
  private final BodyFormats formats;
  private final Consumer<String> customizers;

  /**
   * Verifies by the application's converters.
   *
   * @param converters in order
   * @param resolvers those of the adapter, in order
   * @param formats which converters may read what
   * @param customizers verifies those of the application's mapper, for the endpoint of that name
   */
  StrictBodies(
      Supplier<List<HttpMessageConverter<?>>> converters,
      Supplier<List<HandlerMethodArgumentResolver>> resolvers,
      BodyFormats formats,
      Consumer<String> customizers) {
    this.converters = converters;
    this.resolvers = resolvers;
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
        verifyResolver(handler, parameter, RequestPartMethodArgumentResolver.class);
        verifyConverters(handler, part, Set.of(ANY_JSON));
      } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
        MethodParameter body = parameter.nestedIfOptional();
        verifyView(handler, body);
        verifyResolver(handler, parameter, RequestResponseBodyMethodProcessor.class);
        if (!BodyFormats.isRaw(body)) {
          verifyConverters(handler, body, consumed);
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

  /** Another one that stands before Spring's would never be asked. */
  private void verifyResolver(
      HandlerMethod handler, MethodParameter parameter, Class<?> resolverOfSpring) {
    for (HandlerMethodArgumentResolver each : resolvers.get()) {
      if (each.getClass() == resolverOfSpring) {
        return;
      }
      if (!each.getClass().getName().startsWith(OURS) && each.supportsParameter(parameter)) {
        throw new StartUpException(
            handler.getShortLogMessage()
                + " has a "
                + parameter.getParameterType().getSimpleName()
                + " that "
                + each.getClass().getName()
                + " would make, which stands before Spring's own argument resolvers, but bodies of"
                + " guarded endpoints are read strictly and without it",
            "take @RequestBody and @RequestPart from the parameter, so that only that resolver"
                + " makes it, or let the resolver support other parameters than it.");
      }
    }
  }

  private void verifyConverters(
      HandlerMethod handler, MethodParameter body, Set<MediaType> consumed) {
    customizers.accept(handler.getShortLogMessage());
    verifyConverter(handler, body, MediaType.APPLICATION_JSON);
    for (MediaType mediaType : BodyFormats.within(consumed, converters.get())) {
      if (BodyFormats.isJson(mediaType)) {
        verifyConverter(handler, body, mediaType);
      }
    }
  }

  private void verifyConverter(HandlerMethod handler, MethodParameter body, MediaType mediaType) {
    HttpMessageConverter<?> converter =
        formats.passedOver(body, body.getNestedGenericParameterType(), mediaType, converters.get());
    if (converter != null) {
      throw new StartUpException(
          handler.getShortLogMessage()
              + " takes "
              + (mediaType.equals(MediaType.APPLICATION_JSON) ? "JSON" : mediaType)
              + ", which "
              + converter.getClass().getName()
              + " would read, but bodies of guarded endpoints are read strictly and without it",
          "take the body as String and read it in the endpoint, register a JacksonModule for your"
              + " types, or, where the converter is there for answers only, list it in"
              + " 'gatewright.input.replaced-json-converters'.");
    }
  }

  private void verifyFormats(HandlerMethod handler, MethodParameter body, Set<MediaType> consumed) {
    for (MediaType mediaType : BodyFormats.within(consumed, converters.get())) {
      HttpMessageConverter<?> loose =
          BodyFormats.isJson(mediaType)
              ? null
              : formats.loose(
                  body, body.getNestedGenericParameterType(), mediaType, converters.get());
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
