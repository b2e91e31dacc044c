package dev.gatewright.spring.exchange;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decides what of a body that is being written leaves. */
interface AnswerOutlet {

  /** The server's own stream, for what may leave; null where it may not, and is dropped. */
  @Nullable ServletOutputStream outlet(byte[] octets, int offset, int length) throws IOException;

  /** The server's own stream, where everything leaves from now on; else null. */
  @Nullable ServletOutputStream openOutlet() throws IOException;

  /** Sends what has been written so far, if it may leave. */
  void flushBuffer() throws IOException;

  /** The encoding of texts; null where none is known. */
  @Nullable String getCharacterEncoding();
}
