package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Makes binders for one parameter, and looks at a request again where the application has changed,
 * in an {@code @InitBinder} method, what is bound: fields without setters, or other prefixes.
 *
 * @param binders makes them
 * @param parameter what is bound
 * @param known what has been looked at before
 * @param existing what is bound onto new objects only
 */
record CheckedBinders(
    WebDataBinderFactory binders,
    MethodParameter parameter,
    Map<Bound, BoundProperties> known,
    Existing existing)
    implements WebDataBinderFactory {
  private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

  /**
   * What is bound.
   *
   * @param fields whether fields are, without setters
   * @param bound what every index is below
   */
  record Bound(ResolvableType type, boolean fields, int bound) {
    BoundProperties properties() {
      return fields ? BoundProperties.withFields(type, bound) : BoundProperties.of(type);
    }
  }

  /** Tells which objects that are there already are bound by nobody. */
  interface Existing {

    /**
     * Why the attribute of a name is not bound onto such an object; null where it may be.
     *
     * @param type its class, as far as is known
     */
    @Nullable RuntimeException refusal(String name, Class<?> type);
  }

  /** Spring makes an object of one text by such a binder, and binds to it by another. */
  @Override
  public WebDataBinder createBinder(
      NativeWebRequest webRequest, @Nullable Object target, String name) throws Exception {
    WebDataBinder binder = binders.createBinder(webRequest, target, name);
    ConversionService conversions = binder.getConversionService();
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request != null
        && conversions != null
        && conversions.canConvert(TEXT, new TypeDescriptor(parameter))) {
      String[] values = request.getParameterValues(name);
      RuntimeException refusal = existing.refusal(name, AskedArguments.typeOf(parameter));
      if (refusal != null) {
        // What the application makes of a text may be there already.
        ArgumentCheck.require(values == null, name, ConversionTarget.MALFORMED);
        throw refusal;
      }
      ArgumentCheck.require(
          values == null || (values.length == 1 && !isInPath(name, request)),
          name,
          ConversionTarget.REPEATED);
    }
    return binder;
  }

  private static boolean isInPath(String name, HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.containsKey(name);
  }

  @Override
  public WebDataBinder createBinder(
      NativeWebRequest webRequest, @Nullable Object target, String name, ResolvableType type)
      throws Exception {
    RuntimeException refusal = target == null ? null : existing.refusal(name, target.getClass());
    if (refusal != null) {
      throw refusal;
    }
    WebDataBinder binder = binders.createBinder(webRequest, target, name, type);
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    boolean fields = bindsFields(binder);
    if (request != null && (fields || !hasPrefixesOfSpring(binder))) {
      BoundProperties properties =
          known.computeIfAbsent(
              new Bound(
                  ResolvableType.forMethodParameter(parameter.nestedIfOptional()),
                  fields,
                  binder.getAutoGrowCollectionLimit()),
              bound -> {
                if (fields) {
                  UnguardedArguments.verifyFields(parameter);
                }
                return bound.properties();
              });
      new ArgumentCheck.Properties(properties)
          .check(request, withPrefixesOfSpring(request.getParameterMap(), binder));
    }
    return binder;
  }

  /** Spring shows it to nobody before the object is there. */
  private static boolean bindsFields(DataBinder binder) {
    return Boolean.TRUE.equals(
        new DirectFieldAccessor(binder).getPropertyValue("directFieldAccess"));
  }

  private static boolean hasPrefixesOfSpring(WebDataBinder binder) {
    return WebDataBinder.DEFAULT_FIELD_DEFAULT_PREFIX.equals(binder.getFieldDefaultPrefix())
        && WebDataBinder.DEFAULT_FIELD_MARKER_PREFIX.equals(binder.getFieldMarkerPrefix());
  }

  private static Map<String, String[]> withPrefixesOfSpring(
      Map<String, String[]> parameters, WebDataBinder binder) {
    Map<String, String[]> named = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          String own =
              renamed(
                  name, binder.getFieldDefaultPrefix(), WebDataBinder.DEFAULT_FIELD_DEFAULT_PREFIX);
          named.put(
              own.equals(name)
                  ? renamed(
                      name,
                      binder.getFieldMarkerPrefix(),
                      WebDataBinder.DEFAULT_FIELD_MARKER_PREFIX)
                  : own,
              values);
        });
    return named;
  }

  private static String renamed(String name, @Nullable String prefix, String ofSpring) {
    return prefix != null && !prefix.isEmpty() && name.startsWith(prefix)
        ? ofSpring + name.substring(prefix.length())
        : name;
  }
}
