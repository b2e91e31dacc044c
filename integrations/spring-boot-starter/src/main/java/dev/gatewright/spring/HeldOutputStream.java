package dev.gatewright.spring;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The body of a {@link GuardedResponse}: drops what may not leave. */
final class HeldOutputStream extends ServletOutputStream {
  private final GuardedResponse response;

  HeldOutputStream(GuardedResponse response) {
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
    return true;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new IllegalStateException("the response is not open");
  }
}
