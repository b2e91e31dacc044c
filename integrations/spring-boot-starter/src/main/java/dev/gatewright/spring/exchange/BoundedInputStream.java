package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.LongSupplier;

/** The body of a {@link BoundedRequest}. */
final class BoundedInputStream extends ServletInputStream {
  private final ServletInputStream body;
  private final LongSupplier maxBytes;
  private final Gate gate;
  private long count;

  BoundedInputStream(ServletInputStream body, LongSupplier maxBytes, Gate gate) {
    this.body = body;
    this.maxBytes = maxBytes;
    this.gate = gate;
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    if (next >= 0) {
      count(1);
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = body.read(target, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  /** So many bytes were read. */
  long readBytes() {
    return count;
  }

  private void count(int read) {
    count += read;
    long most = maxBytes.getAsLong();
    if (count > most) {
      throw gate.refuse(
          Refusal.of(RefusalReason.BODY_TOO_LARGE, "more than " + most + " bytes sent"));
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
