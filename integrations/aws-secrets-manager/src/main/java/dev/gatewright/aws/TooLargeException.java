package dev.gatewright.aws;

import java.io.IOException;

/** An answer was larger than allowed. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLargeException(int maxBytes) {
    super("the answer is larger than " + maxBytes + " bytes");
  }
}
