package dev.gatewright.authentication.http;

import java.io.IOException;

/** A server sent more than is read. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int maxBytes) {
    super("the answer is longer than " + maxBytes + " bytes");
  }
}
