package dev.gatewright.spring.transport;

import jakarta.servlet.ServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection of a server that cannot be looked into: what its request says is believed. */
record UnknownConnection(ServletRequest request) implements ServerConnection {

  @Override
  public String remoteAddress() {
    return request.getRemoteAddr();
  }

  @Override
  public boolean isSecure() {
    return request.isSecure();
  }

  @Override
  public List<X509Certificate> certificates() {
    return ServerConnection.certificates(request.getAttribute(CERTIFICATES));
  }

  @Override
  public long readBytes() {
    return 0;
  }

  @Override
  public @Nullable BodyBound boundBody(long maxBytes) {
    return request.getClass().getName().startsWith("org.springframework.mock.web.")
        ? new ParsedBefore()
        : null;
  }

  /** The form of a mock is there before it is sent. */
  private record ParsedBefore() implements BodyBound {
    @Override
    public long readBytes() {
      return 0;
    }

    @Override
    public boolean isExceeded() {
      return false;
    }

    @Override
    public void close() {
      // Nothing was bounded.
    }
  }

  @Override
  public String rewriters() {
    return "the server";
  }
}
