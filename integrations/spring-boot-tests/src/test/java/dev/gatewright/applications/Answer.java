package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All bytes that came back, one character each.
 *
 * @param text the status line, the header section and the body
 */
record Answer(String text) {

  int status() {
    return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
  }

  /** The control: this way does lead to the secret. */
  void isTheSecret() {
    assertThat(text).contains(Secret.TEXT);
  }

  /** No byte of the secret left. */
  Answer isClosed() {
    assertThat(text).startsWith("HTTP/1.1 ").doesNotContain(Secret.TEXT);
    return this;
  }

  /** What the second net makes of an answer that no policy was asked for. */
  void isClosedWith(int status) {
    isClosed();
    assertThat(status()).as(text).isEqualTo(status);
    assertThat(text.toLowerCase(java.util.Locale.ROOT))
        .contains("content-type: application/problem+json");
  }
}
