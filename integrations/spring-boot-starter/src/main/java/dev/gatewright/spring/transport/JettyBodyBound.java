package dev.gatewright.spring.transport;

import jakarta.servlet.MultipartConfigElement;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
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
    return read() - before;
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
