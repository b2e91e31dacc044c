package dev.gatewright.spring.transport;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what the server reads of a body by itself, as it does to parse forms, until it is closed.
 * A wrapped request does not take part in that.
 */
public interface BodyBound extends AutoCloseable {

  /**
   * Bounds what is read of a request from now on.
   *
   * @param maxBytes so many bytes at most
   * @return null where the server has no such bound
   */
  static @Nullable BodyBound of(ServletRequest request, long maxBytes) {
    return ServerConnection.of(inner(request)).boundBody(maxBytes);
  }

  /** So many bytes of the body the server has read so far; 0 where it does not tell. */
  static long readBytes(ServletRequest request) {
    return ServerConnection.of(inner(request)).readBytes();
  }

  private static ServletRequest inner(ServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    return inner;
  }

  /** So many bytes of the body the server has read since; at least those that it has parsed. */
  long readBytes();

  /** Whether the body has more bytes. The server has stopped reading it. */
  boolean isExceeded();

  @Override
  void close();
}
