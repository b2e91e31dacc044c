package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is refused as soon as more of it is read than its endpoint accepts, whoever
 * reads it and whatever length was declared.
 */
final class BoundedRequest extends HttpServletRequestWrapper {
  private final Gate gate;
  private long maxBodyBytes = Long.MAX_VALUE;
  private @Nullable BoundedInputStream stream;
  private @Nullable BufferedReader reader;

  BoundedRequest(HttpServletRequest request, Gate gate) {
    super(request);
    this.gate = gate;
  }

  /** From here on so many bytes may have been read since the start of the body. */
  void bound(long newMaxBodyBytes) {
    maxBodyBytes = newMaxBodyBytes;
  }

  long maxBodyBytes() {
    return maxBodyBytes;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    BoundedInputStream current = stream;
    if (current == null) {
      current = new BoundedInputStream(super.getInputStream(), this, gate);
      stream = current;
    }
    return current;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    BufferedReader current = reader;
    if (current == null) {
      String encoding = getCharacterEncoding();
      Charset charset =
          encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
      current = new BufferedReader(new InputStreamReader(getInputStream(), charset));
      reader = current;
    }
    return current;
  }
}
