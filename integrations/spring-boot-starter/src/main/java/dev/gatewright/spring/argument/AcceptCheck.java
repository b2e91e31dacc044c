package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses a request that could only be answered with 406, before its work is done. Decides as
 * Spring MVC does afterwards. Thread-safe.
 */
final class AcceptCheck {
  private final ContentNegotiationManager negotiation;
  private final List<MediaType> producible;
  private final boolean onlyHeader;

  /** Most clients of an endpoint accept the same. */
  private volatile String accepted = MediaType.ALL_VALUE;

  AcceptCheck(ContentNegotiationManager negotiation, List<MediaType> producible) {
    this.negotiation = negotiation;
    this.producible = List.copyOf(producible);
    this.onlyHeader =
        negotiation.getStrategies().size() == 1
            && negotiation.getStrategies().get(0) instanceof HeaderContentNegotiationStrategy;
  }

  void check(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    String header = onlyHeader ? headerOf(request) : "";
    if (header == null
        || header.equals(accepted)
        || request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null) {
      return; // Nothing is asked for, it was answered before, or the mapping has decided.
    }
    for (MediaType requested : negotiation.resolveMediaTypes(new ServletWebRequest(request))) {
      for (MediaType produced : producible) {
        if (requested.isCompatibleWith(produced)
            && isUsable(requested.isLessSpecific(produced) ? produced : requested)) {
          if (!header.isEmpty()) {
            accepted = header;
          }
          return;
        }
      }
    }
    throw new HttpMediaTypeNotAcceptableException(producible);
  }

  /** What the client accepts; null for anything, empty where it has to be looked at. */
  private static @Nullable String headerOf(HttpServletRequest request) {
    Enumeration<String> lines = request.getHeaders(HttpHeaders.ACCEPT);
    if (!lines.hasMoreElements()) {
      return null;
    }
    String first = lines.nextElement();
    return lines.hasMoreElements() ? "" : first;
  }

  private static boolean isUsable(MediaType selected) {
    return selected.isConcrete()
        || selected.equalsTypeAndSubtype(MediaType.ALL)
        || (selected.getType().equals("application") && selected.getSubtype().equals("*"));
  }
}
