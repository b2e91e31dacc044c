package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.transport.BodyBound;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * A request whose body is refused as soon as more of it is read than its endpoint accepts, whoever
 * reads it and whatever length was declared; and none of it is read before the first stage.
 */
final class BoundedRequest extends CallerRequest {

  /** Tomcat sends the file that they name instead of a body, past every response. */
  private static final String TOMCAT_SENDFILE = "org.apache.tomcat.sendfile.";

  private static final String KEPT = BoundedRequest.class.getName();

  private final Gate gate;
  private final Consumer<BoundedRequest> admission;
  private boolean decided;
  private long maxBodyBytes = Long.MAX_VALUE;

  /** Of forms that the server has parsed by itself. */
  private long parsedBytes;

  /** Whether a form was perhaps parsed before this request was made. */
  private final boolean isCountedByServer;

  private boolean isUncounted;
  private @Nullable BoundedInputStream stream;
  private @Nullable BufferedReader reader;
  private @Nullable GuardedResponse response;

  /**
   * For one request.
   *
   * @param admission does the first stage, before the body is read
   */
  BoundedRequest(HttpServletRequest request, Gate gate, Consumer<BoundedRequest> admission) {
    super(request, gate);
    this.gate = gate;
    this.admission = admission;
    this.isCountedByServer =
        request.getDispatcherType() == DispatcherType.REQUEST
            && isForm(request)
            && request.getContentLengthLong() < 0;
  }

  /**
   * From here on so many bytes may have been read since the start of the body.
   *
   * @throws RefusedException if more were read before, as by a filter or for a wider endpoint
   */
  void bound(long newMaxBodyBytes) {
    decided = true;
    maxBodyBytes = newMaxBodyBytes;
    if (isUncounted) {
      throw refuseUnknownLength();
    }
    if (readBytes() > newMaxBodyBytes) {
      throw refuseMore();
    }
  }

  private long readBytes() {
    BoundedInputStream read = stream;
    long bytes = parsedBytes + (read == null ? 0 : read.readBytes());
    return isCountedByServer ? Math.max(bytes, BodyBound.readBytes(getRequest())) : bytes;
  }

  private RefusedException refuseUnknownLength() {
    return gate.refuse(
        Refusal.of(RefusalReason.LENGTH_REQUIRED, "a form that does not declare its length"));
  }

  private RefusedException refuseMore() {
    return gate.refuse(
        Refusal.of(RefusalReason.BODY_TOO_LARGE, "more than " + maxBodyBytes + " bytes sent"));
  }

  /** Lets endpoints that are entered past Spring MVC find this request. */
  void keepIn(HttpServletRequest request) {
    request.setAttribute(KEPT, this);
  }

  /**
   * Bounds the body for an endpoint that is given the request itself: a servlet, a handler
   * function. Each of several makes the bound narrower, never wider; a filter does not, as it
   * passes the request on.
   *
   * @return whether the container has called the endpoint as its servlet
   */
  static boolean enters(HttpServletRequest request, EndpointPolicy endpoint) {
    boolean servlet = RunningCode.isServletOfContainer(endpoint.type());
    if (request.getAttribute(KEPT) instanceof BoundedRequest bounded) {
      if (!Filter.class.isAssignableFrom(endpoint.type())
          && endpoint.parameters().stream().anyMatch(BoundedRequest::isRequest)) {
        bounded.bound(Math.min(bounded.maxBodyBytes, endpoint.input().maxBodyBytes()));
      }
      if (servlet && bounded.response != null) {
        bounded.response.endpointIsReached();
      }
    }
    return servlet;
  }

  /** Tells that only some code before the endpoint's handler wants the body. */
  void admittedEarly() {
    if (response != null) {
      response.admittedEarly();
    }
  }

  private static boolean isRequest(Class<?> parameter) {
    return ServletRequest.class.isAssignableFrom(parameter)
        || ServerRequest.class.isAssignableFrom(parameter)
        || WebRequest.class.isAssignableFrom(parameter);
  }

  /** Says which response belongs to this request. */
  void answeredBy(GuardedResponse newResponse) {
    response = newResponse;
  }

  /** From another thread, or over another protocol, an answer could pass the second net. */
  private void requireOpenResponse(String attempt) {
    if (response == null || !response.mayAnswerLater()) {
      throw gate.refuse(
          Refusal.of(RefusalReason.UNDECIDABLE, attempt + " before any policy was asked"));
    }
  }

  @Override
  public AsyncContext startAsync() {
    requireOpenResponse("an asynchronous answer");
    return super.startAsync();
  }

  @Override
  public AsyncContext startAsync(ServletRequest asyncRequest, ServletResponse asyncResponse) {
    requireOpenResponse("an asynchronous answer");
    return super.startAsync(asyncRequest, asyncResponse);
  }

  @Override
  public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler)
      throws IOException, ServletException {
    requireOpenResponse("another protocol (" + handler.getName() + ")");
    return super.upgrade(handler);
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (name.startsWith(TOMCAT_SENDFILE) && (response == null || !response.mayAnswer())) {
      return;
    }
    super.setAttribute(name, value);
  }

  static boolean isForm(HttpServletRequest request) {
    return isUrlEncodedForm(request) || hasType(request, "multipart/");
  }

  static boolean isUrlEncodedForm(HttpServletRequest request) {
    return hasType(request, "application/x-www-form-urlencoded");
  }

  private static boolean hasType(HttpServletRequest request, String start) {
    String type = request.getContentType();
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(start);
  }

  /** Nobody reads a byte of the body before the first stage is passed. */
  private void beforeBody() {
    if (!decided) {
      decided = true;
      admission.accept(this);
    }
  }

  /** Reads parameters. Those of a form are in the body; what cannot be parsed is refused. */
  private <T extends @Nullable Object> T parameters(Supplier<T> read) {
    if (!decided && isForm(this)) {
      beforeBody();
    }
    try {
      return isForm(this) ? parsed(read::get) : read.get();
    } catch (IOException | ServletException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IllegalStateException malformed) {
      // Servers throw it where a query or a form cannot be parsed (Jakarta Servlet 6.1).
      throw gate.refuse(
          Refusal.of(RefusalReason.MALFORMED_REQUEST, "the parameters cannot be read"));
    }
  }

  /** Reads what the server parses of a form by itself, past this request's own stream. */
  private <T extends @Nullable Object> T parsed(Parsing<T> parsing)
      throws IOException, ServletException {
    if (getContentLengthLong() >= 0) {
      return parsing.parse();
    }
    try (BodyBound bound = BodyBound.of(getRequest(), maxBodyBytes - readBytes())) {
      if (bound == null) {
        if (maxBodyBytes < Long.MAX_VALUE) {
          throw refuseUnknownLength();
        }
        isUncounted = true;
        return parsing.parse();
      }
      T form;
      try {
        form = parsing.parse();
      } catch (IOException | ServletException | RuntimeException failed) {
        count(bound);
        throw failed;
      }
      count(bound);
      return form;
    }
  }

  private void count(BodyBound bound) {
    parsedBytes += bound.readBytes();
    if (bound.isExceeded()) {
      throw refuseMore();
    }
  }

  /** What a server does with a form. */
  private interface Parsing<T extends @Nullable Object> {
    T parse() throws IOException, ServletException;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return parameters(() -> super.getParameter(name));
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters(() -> super.getParameterMap());
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return parameters(() -> super.getParameterNames());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters(() -> super.getParameterValues(name));
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    beforeBody();
    return parsed(() -> super.getPart(name));
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    beforeBody();
    return parsed(super::getParts);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    beforeBody();
    BoundedInputStream current = stream;
    if (current == null) {
      current = new BoundedInputStream(super.getInputStream(), () -> maxBodyBytes, gate);
      stream = current;
    }
    return current;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    BufferedReader current = reader;
    if (current == null) {
      String encoding = getCharacterEncoding();
      Charset charset = encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
      current = new BufferedReader(new InputStreamReader(getInputStream(), charset));
      reader = current;
    }
    return current;
  }
}
