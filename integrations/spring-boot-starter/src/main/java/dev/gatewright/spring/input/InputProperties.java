package dev.gatewright.spring.input;

import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the input of guarded endpoints is read. Endpoints are named as in the security log, as {@code
 * Accounts.find}, or with the package of their class. Immutable.
 *
 * @param unknownQueryParameters what becomes of a request with a query parameter, or a field of a
 *     form, that its endpoint does not know
 * @param refuseUnknownQueryParametersOf endpoints that refuse such requests, whatever holds for the
 *     others
 * @param ignoreUnknownQueryParametersOf endpoints that ignore such parameters, whatever holds for
 *     the others
 * @param knownQueryParameters parameters that every endpoint knows, as those that choose a language
 * @param contentEncodings content codings of bodies that the application decodes itself, in a
 *     filter or a RequestBodyAdvice; a body of another coding is refused with 415
 * @param replacedJsonConverters class names of the application's HttpMessageConverters for JSON
 *     that are not asked for bodies of guarded endpoints, as these are read strictly
 * @param bodyConverters class names of HttpMessageConverters that may read bodies of guarded
 *     endpoints in formats other than JSON, as strictly or loosely as they do
 * @param locale the locale in which parameters with NumberFormat or DateTimeFormat, and dates, are
 *     read, whatever language the client asks for; the root locale unless set, with dates as ISO
 *     8601 has them
 * @param formsOfUnknownLength what becomes of a form, also a multipart one, that is sent in chunks:
 *     it is read up to the bound of its endpoint, or refused with 411
 * @param ignoredJsonCustomizers bean names of JsonMapperBuilderCustomizers that let more in than
 *     guarded endpoints take, for others than those
 */
@ConfigurationProperties("gatewright.input")
public record InputProperties(
    @DefaultValue("ignore") UnknownParameters unknownQueryParameters,
    @DefaultValue List<String> refuseUnknownQueryParametersOf,
    @DefaultValue List<String> ignoreUnknownQueryParametersOf,
    @DefaultValue Set<String> knownQueryParameters,
    @DefaultValue Set<String> contentEncodings,
    @DefaultValue Set<String> replacedJsonConverters,
    @DefaultValue Set<String> bodyConverters,
    @Nullable Locale locale,
    @DefaultValue("read") UnknownLength formsOfUnknownLength,
    @DefaultValue Set<String> ignoredJsonCustomizers) {

  /** What becomes of a request with a parameter that is not known. */
  enum UnknownParameters {
    /** Spring MVC's own way. */
    IGNORE,
    /** The request is answered with 400. */
    REFUSE
  }

  /** What becomes of a form whose length is not declared. */
  enum UnknownLength {
    /** It is read, up to the bound of its endpoint. */
    READ,
    /** The request is answered with 411. */
    REFUSE
  }

  /** The locale of numbers and dates. */
  public Locale localeOfNumbers() {
    return locale == null ? Locale.ROOT : locale;
  }

  /** Which converters may read bodies of guarded endpoints. */
  public BodyFormats bodyFormats() {
    return new BodyFormats(bodyConverters, replacedJsonConverters);
  }

  /** The name of an endpoint that no other class's has. */
  static String nameOf(EndpointPolicy endpoint) {
    return endpoint.type().getName() + "." + endpoint.method();
  }

  /** Whether an endpoint refuses parameters that it does not know. */
  boolean refuseUnknown(EndpointPolicy endpoint) {
    return unknownQueryParameters == UnknownParameters.REFUSE
        ? !names(ignoreUnknownQueryParametersOf, endpoint)
        : names(refuseUnknownQueryParametersOf, endpoint);
  }

  private static boolean names(List<String> endpoints, EndpointPolicy endpoint) {
    return endpoints.contains(endpoint.id()) || endpoints.contains(nameOf(endpoint));
  }
}
