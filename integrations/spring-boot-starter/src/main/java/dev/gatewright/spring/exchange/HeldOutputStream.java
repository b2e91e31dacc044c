package dev.gatewright.spring.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The body of a {@link GuardedResponse}: drops what may not leave. */
final class HeldOutputStream extends ServletOutputStream {
  private final AnswerOutlet response;

  HeldOutputStream(AnswerOutlet response) {
    this.response = response;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    ServletOutputStream outlet = response.outlet(octets, offset, length);
    if (outlet != null) {
      outlet.write(octets, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    response.flushBuffer();
  }

  @Override
  public boolean isReady() {
    ServletOutputStream outlet = openOutlet();
    return outlet == null || outlet.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    ServletOutputStream outlet = openOutlet();
    if (outlet == null) {
      throw new IllegalStateException("the response is not open");
    }
    outlet.setWriteListener(listener);
  }

  private @Nullable ServletOutputStream openOutlet() {
    try {
      return response.openOutlet();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
