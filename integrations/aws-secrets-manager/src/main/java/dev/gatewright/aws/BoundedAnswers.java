package dev.gatewright.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Ends an answer that is larger than a secret can be, which the SDK would hold in memory. */
final class BoundedAnswers implements ExecutionInterceptor {
  private static final int MAX_BYTES = 1_048_576;

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.responseBody().map(Bounded::new);
  }

  private static final class Bounded extends FilterInputStream {
    private int left = MAX_BYTES;

    Bounded(InputStream answer) {
      super(answer);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new TooLargeException(MAX_BYTES);
      }
    }
  }
}
