package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * The parameters that an endpoint knows; a request that names another is refused.
 *
 * @param names of parameters of their own
 * @param properties of objects that parameters are bound to
 * @param formsAreRead whether the endpoint takes parameters, so that fields of forms are some too
 */
record KnownParameters(Set<String> names, List<BoundProperties> properties, boolean formsAreRead)
    implements ArgumentCheck {

  @Override
  public void check(HttpServletRequest request) {
    if (formsAreRead) {
      request.getParameterMap().keySet().forEach(this::checkName);
      MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
      if (multipart != null) {
        multipart.getMultiFileMap().keySet().forEach(this::checkName);
      }
    } else if (request.getQueryString() != null) {
      checkQuery(request.getQueryString());
    }
  }

  private void checkQuery(String query) {
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (!parameter.isEmpty()) {
        checkName(decoded(name));
      }
    }
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedInputException("", ConversionTarget.MALFORMED);
    }
  }

  private void checkName(String name) {
    if (!names.contains(name) && !isElementsName(name) && !isProperty(name)) {
      throw new MalformedInputException(ClientName.shown(name), "is not known");
    }
  }

  /** Spring MVC's other name for a parameter. */
  private boolean isElementsName(String name) {
    return name.endsWith("[]") && names.contains(name.substring(0, name.length() - 2));
  }

  private boolean isProperty(String name) {
    for (BoundProperties each : properties) {
      if (each.contain(name)) {
        return true;
      }
    }
    return false;
  }
}
