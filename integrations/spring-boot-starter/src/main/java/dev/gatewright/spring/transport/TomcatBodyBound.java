package dev.gatewright.spring.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Stands between Tomcat and the body that it reads. */
final class TomcatBodyBound implements BodyBound, InputBuffer {
  private final Request request;
  private final InputBuffer body;
  private final long maxBytes;
  private long count;

  TomcatBodyBound(Request request, long maxBytes) {
    this.request = request;
    this.body = request.getInputBuffer();
    this.maxBytes = maxBytes;
    request.setInputBuffer(this);
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    int read = body.doRead(handler);
    count += Math.max(read, 0);
    if (isExceeded()) {
      // A checked one would be the client's failure to Tomcat, which would answer it by itself.
      throw new UncheckedIOException(
          new IOException("the body is larger than its endpoint accepts"));
    }
    return read;
  }

  @Override
  public int available() {
    return body.available();
  }

  @Override
  public long readBytes() {
    return count;
  }

  @Override
  public boolean isExceeded() {
    return count > maxBytes;
  }

  @Override
  public void close() {
    request.setInputBuffer(body);
  }
}
