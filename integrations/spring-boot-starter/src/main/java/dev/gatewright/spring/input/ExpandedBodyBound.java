package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Bounds what the application's advices make of a body, as one that decompresses it. Runs last. */
final class ExpandedBodyBound extends RequestBodyAdviceAdapter {
  private final Gate gate;

  ExpandedBodyBound(Gate gate) {
    this.gate = gate;
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    EndpointPolicy policy = AdmissionInterceptor.admitted();
    if (policy == null) {
      throw gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, "the request was not admitted"));
    }
    return new Message(
        message.getHeaders(), new Bounded(message.getBody(), policy.input().maxBodyBytes(), gate));
  }

  private record Message(HttpHeaders headers, InputStream body) implements HttpInputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return body;
    }
  }

  /** Neither skips nor goes back, so that every byte is counted once. */
  private static final class Bounded extends FilterInputStream {
    private final long maxBytes;
    private final Gate gate;
    private long count;

    Bounded(InputStream body, long maxBytes, Gate gate) {
      super(body);
      this.maxBytes = maxBytes;
      this.gate = gate;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      return read(new byte[(int) Math.min(wanted, 8_192)]);
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int read) {
      count += read;
      if (count > maxBytes) {
        throw gate.refuse(
            Refusal.of(RefusalReason.BODY_TOO_LARGE, "more than " + maxBytes + " bytes expanded"));
      }
    }
  }
}
