package dev.gatewright.spring.exchange;

import jakarta.servlet.ServletOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The stream or the writer that was taken of a {@link GuardedResponse} before it was known whether
 * its body may leave.
 */
final class HeldBody {
  private final AnswerOutlet response;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  HeldBody(AnswerOutlet response) {
    this.response = response;
  }

  boolean isTaken() {
    return stream != null || writer != null;
  }

  ServletOutputStream stream() {
    if (writer != null) {
      throw new IllegalStateException("getWriter() was called already");
    }
    ServletOutputStream current = stream;
    if (current == null) {
      current = new HeldOutputStream(response);
      stream = current;
    }
    return current;
  }

  PrintWriter writer() {
    if (stream != null) {
      throw new IllegalStateException("getOutputStream() was called already");
    }
    PrintWriter current = writer;
    if (current == null) {
      String encoding = response.getCharacterEncoding();
      Charset charset = encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
      current = new PrintWriter(new HeldWriter(response, charset));
      writer = current;
    }
    return current;
  }

  /** As servers do where a response is reset. */
  void forget() {
    stream = null;
    writer = null;
  }
}
