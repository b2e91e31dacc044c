package dev.gatewright.spring.exchange;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as far as it is known before its body is read; to ask for more is refused. */
final class BodilessRequest extends HttpServletRequestWrapper {

  /** Says that the body is needed. */
  static final class BodyWantedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyWantedException() {
      super("the body is not read yet", null, false, false);
    }
  }

  BodilessRequest(HttpServletRequest request) {
    super(request);
  }

  /** The parameters of a form are in its body. */
  private void requireNoForm() {
    if (BoundedRequest.isForm(this)) {
      throw new BodyWantedException();
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    requireNoForm();
    return super.getParameter(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    requireNoForm();
    return super.getParameterMap();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    requireNoForm();
    return super.getParameterNames();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    requireNoForm();
    return super.getParameterValues(name);
  }

  @Override
  public Part getPart(String name) {
    throw new BodyWantedException();
  }

  @Override
  public Collection<Part> getParts() {
    throw new BodyWantedException();
  }

  @Override
  public ServletInputStream getInputStream() {
    throw new BodyWantedException();
  }

  @Override
  public BufferedReader getReader() {
    throw new BodyWantedException();
  }
}
