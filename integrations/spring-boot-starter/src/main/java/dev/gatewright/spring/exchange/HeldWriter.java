package dev.gatewright.spring.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * The text of a {@link GuardedResponse}. Holds nothing back itself: whether a text may leave is
 * decided by the code that writes it.
 */
final class HeldWriter extends Writer {
  private final AnswerOutlet response;
  private final HeldOutputStream stream;
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();

  /** Keeps the first half of a character whose second comes with the next text. */
  private final OutputStreamWriter encoder;

  HeldWriter(AnswerOutlet response, Charset charset) {
    this.response = response;
    this.stream = new HeldOutputStream(response);
    this.encoder = new OutputStreamWriter(encoded, charset);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    encoder.write(text, offset, length);
    encoder.flush();
    stream.write(encoded.toByteArray());
    encoded.reset();
  }

  @Override
  public void flush() throws IOException {
    response.flushBuffer();
  }

  @Override
  public void close() {
    // The server completes the response.
  }
}
