package dev.gatewright.spring.transport;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** Tells Jetty, by attributes of the request, how much of a form it parses at most. */
final class JettyBodyBound implements BodyBound {
  private static final String MULTIPART = "org.eclipse.jetty.multipartConfig";

  private final ServletApiRequest request;
  private final long maxBytes;
  private final long before;
  private final @Nullable Object formBefore;
  private final @Nullable Object multipartBefore;

  JettyBodyBound(ServletApiRequest request, long maxBytes) {
    this.request = request;
    this.maxBytes = maxBytes;
    this.before = read();
    this.formBefore = request.getAttribute(FormFields.MAX_LENGTH_ATTRIBUTE);
    this.multipartBefore = request.getAttribute(MULTIPART);
    request.setAttribute(
        FormFields.MAX_LENGTH_ATTRIBUTE, (int) Math.min(maxBytes, Integer.MAX_VALUE));
    if (multipartBefore instanceof MultipartConfigElement multipart) {
      request.setAttribute(MULTIPART, bounded(multipart));
    }
  }

  private MultipartConfigElement bounded(MultipartConfigElement multipart) {
    long known = multipart.getMaxRequestSize();
    return new MultipartConfigElement(
        multipart.getLocation(),
        multipart.getMaxFileSize(),
        known < 0 ? maxBytes : Math.min(known, maxBytes),
        multipart.getFileSizeThreshold());
  }

  private long read() {
    return Request.getContentBytesRead(request.getRequest());
  }

  @Override
  public long readBytes() {
    long received = read() - before;
    // Forms are parsed at once, and kept.
    return received > 0 && isExpanded(request) ? Math.max(received, expanded()) : received;
  }

  /** Whether Jetty expands the body itself, and shows no header that says so. */
  private static boolean isExpanded(ServletApiRequest request) {
    Request received = request.getRequest();
    while (received instanceof Request.Wrapper wrapper) {
      received = wrapper.getWrapped();
    }
    return received.getHeaders().contains(HttpHeader.CONTENT_ENCODING)
        && !request.getRequest().getHeaders().contains(HttpHeader.CONTENT_ENCODING);
  }

  /**
   * Jetty counts what was received: this is how long clients would write the fields that were
   * parsed of it; 0 where it has expanded nothing, or parsed no fields.
   */
  static long expandedFields(ServletApiRequest request) {
    long bytes = 0;
    if (isExpanded(request) && fields(request) instanceof Fields fields) {
      for (Fields.Field field : fields) {
        for (String value : field.getValues()) {
          bytes += encoded(field.getName()) + 1 + encoded(value) + 1;
        }
      }
    }
    return Math.max(0, bytes - 1);
  }

  private long expanded() {
    if (fields(request) != null) {
      return expandedFields(request);
    }
    long bytes = 0;
    try {
      for (Part part : request.getParts()) {
        bytes += part.getSize();
        for (String header : part.getHeaderNames()) {
          bytes += header.length() + String.join("", part.getHeaders(header)).length();
        }
      }
      return bytes;
    } catch (IOException | ServletException | IllegalStateException unreadable) {
      // Nothing was parsed, so nothing is kept.
      return 0;
    }
  }

  private static @Nullable Object fields(ServletApiRequest request) {
    Object parsed = request.getRequest().getAttribute(FormFields.class.getName());
    return parsed instanceof CompletableFuture<?> form && !form.isCompletedExceptionally()
        ? form.getNow(null)
        : parsed;
  }

  private static int encoded(@Nullable String text) {
    return text == null ? 0 : URLEncoder.encode(text, StandardCharsets.UTF_8).length();
  }

  @Override
  public boolean isExceeded() {
    return readBytes() > maxBytes;
  }

  @Override
  public void close() {
    request.setAttribute(FormFields.MAX_LENGTH_ATTRIBUTE, formBefore);
    request.setAttribute(MULTIPART, multipartBefore);
  }
}
