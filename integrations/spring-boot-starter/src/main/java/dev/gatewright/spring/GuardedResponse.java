package dev.gatewright.spring;

import dev.gatewright.runtime.CurrentExchange;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.WebUtils;

/**
 * Lets no answer out that no policy was asked for: the second net, which relies on nothing that is
 * known of handlers, servlets or filters at start-up.
 *
 * <p>The response is open once the request was admitted to an endpoint, or something exempt took it
 * up. Before that nothing reaches the client; {@link #fate} tells what becomes of the answer. Used
 * by one thread at a time.
 */
final class GuardedResponse extends ObservedResponse {

  /** What becomes of a response at the end of a dispatch. */
  enum Fate {
    /** It goes out as it is, or as an error page that is still to come. */
    LEAVES,
    /** It goes out without headers of the application's. */
    LEAVES_BARE,
    /** Its status goes out, and a problem in the place of its body. */
    LEAVES_AS_PROBLEM,
    /** It does not go out. */
    IS_REFUSED
  }

  private final HttpServletRequest request;
  private final CurrentExchange exchange;
  private final AnsweringCode answering;
  private final InnermostFilter innermostFilter = new InnermostFilter();
  private boolean released;
  private boolean describesError;
  private boolean servesFiles;
  private boolean sendsHeaders;
  private boolean errorSent;
  private boolean complete;
  private boolean withheld;
  private String answeredBy = "";
  private @Nullable KeptFile keptFile;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  GuardedResponse(
      HttpServletRequest request,
      HttpServletResponse response,
      CurrentExchange exchange,
      AnsweringCode answering) {
    super(response);
    this.request = request;
    this.exchange = exchange;
    this.answering = answering;
  }

  /** The guarded response behind others that were wrapped around it; null where there is none. */
  static @Nullable GuardedResponse in(ServletResponse response) {
    return WebUtils.getNativeResponse(response, GuardedResponse.class);
  }

  /** Opens a response, as something exempt or the gate itself answers. */
  static void release(ServletResponse response) {
    GuardedResponse guarded = in(response);
    if (guarded != null) {
      guarded.released = true;
    }
  }

  /**
   * Closes a response again that static content was to answer, or nothing: from now on only the
   * body of an error leaves, which the application's exception handlers write.
   */
  static void holdButErrors(ServletResponse response) {
    GuardedResponse guarded = in(response);
    if (guarded != null) {
      guarded.released = false;
      guarded.servesFiles = false;
      guarded.describesError = true;
    }
  }

  /** Lets out what Spring's and the container's own code for files writes, and nothing else. */
  static void serveFiles(ServletResponse response) {
    GuardedResponse guarded = in(response);
    if (guarded != null) {
      guarded.servesFiles = true;
    }
  }

  /** A file was handed out: a filter that held it back in Spring's wrapper may let it out now. */
  static void filesAreServed(ServletResponse response) {
    GuardedResponse guarded = in(response);
    if (guarded != null) {
      guarded.keptFile = KeptFile.in(response);
    }
  }

  /** Lets status and headers out, of an answer that has no body. */
  static void sendHeaders(ServletResponse response) {
    GuardedResponse guarded = in(response);
    if (guarded != null) {
      guarded.sendsHeaders = true;
    }
  }

  /** Whether answers go out from now on. */
  boolean isOpen() {
    return !complete && (released || exchange.isAdmitted());
  }

  /**
   * Takes the answer of the gate itself, which replaces whatever the response holds, and nothing
   * after it: a filter that wraps or exchanges answers would answer where no policy was asked.
   */
  void complete(Answer answer) throws IOException {
    released = true;
    try {
      answer.writeTo(this);
    } finally {
      complete = true;
    }
  }

  /** What the gate itself answers. */
  interface Answer {
    void writeTo(HttpServletResponse response) throws IOException;
  }

  /** Whether the code that answers right now may; looks at it only while nothing else is known. */
  boolean mayAnswer() {
    if (complete) {
      return false;
    }
    if (isOpen() || (describesError && getStatus() >= SC_BAD_REQUEST) || isServingFiles()) {
      return true;
    }
    switch (answering.turn(request)) {
      case EXEMPT_SERVLET -> released = true;
      // A filter may hand the request on afterwards: what comes then is looked at again.
      case EXEMPT_FILTER -> innermostFilter.answers(true);
      case OTHER -> {
        if (answering.mayBeExempt() && !isInDispatcher()) {
          innermostFilter.answers(false);
        }
        if (answeredBy.isEmpty()) {
          answeredBy = answering.shown(request);
        }
        return false;
      }
    }
    return true;
  }

  /** An answer may be nothing but headers, of which only those of exempt code leave. */
  @Override
  void headerIsSet() {
    if (!answering.mayBeExempt() || complete || isOpen() || isInDispatcher()) {
      return;
    }
    switch (answering.turn(request)) {
      case EXEMPT_SERVLET -> released = true;
      case EXEMPT_FILTER -> innermostFilter.answers(true);
      case OTHER -> innermostFilter.answers(false);
    }
  }

  /** Names what first tried to answer before it might, for the log. */
  String answeredBy() {
    return answeredBy.isEmpty() ? answering.shown(request) : answeredBy;
  }

  /** For an answer that comes from another thread, or over another protocol. */
  boolean mayAnswerLater() {
    released |= mayAnswer();
    return isOpen();
  }

  /** A new dispatch has begun, in which whatever was exempt before has no part. */
  void dispatchAgain() {
    released = false;
    servesFiles = false;
    keptFile = null;
    sendsHeaders = false;
    describesError = false;
  }

  private boolean isServingFiles() {
    return servesFiles && AnsweringCode.isServingFiles();
  }

  private boolean isInDispatcher() {
    return request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) != null;
  }

  /** What becomes of the response, as the dispatch ends. */
  Fate fate() {
    boolean ofFilter = innermostFilter.isExempt() && !isInDispatcher();
    boolean isError = errorSent && getStatus() >= SC_BAD_REQUEST;
    if (complete
        || isOpen()
        || isError
        || (!withheld && (ofFilter || servesFiles || sendsHeaders))) {
      return Fate.LEAVES;
    }
    if (getStatus() >= SC_BAD_REQUEST) {
      return describesError && !withheld ? Fate.LEAVES : Fate.LEAVES_AS_PROBLEM;
    }
    return isPreflight() ? Fate.LEAVES_BARE : Fate.IS_REFUSED;
  }

  /** A filter for CORS answers them, with headers only. */
  private boolean isPreflight() {
    return !withheld
        && !isInDispatcher()
        && HttpMethod.OPTIONS.matches(request.getMethod())
        && CorsUtils.isPreFlightRequest(request);
  }

  @Override
  public void setStatus(int status) {
    mayAnswer();
    super.setStatus(status);
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    if (mayAnswer()) {
      super.sendError(status, message);
    } else {
      sendError(status);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    if (!mayAnswer()) {
      ResponseHeaders.keepOfErrors(this);
      if (status < SC_BAD_REQUEST) {
        withheld = true;
        super.setStatus(status);
        return;
      }
      errorSent = true;
    }
    super.sendError(status);
  }

  @Override
  public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
    if (mayAnswer()) {
      super.sendRedirect(location, status, clearBuffer);
    } else if (sendsHeaders) {
      super.sendRedirect(location, status, true);
    } else {
      withheld = true;
      super.setStatus(status);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (mayAnswer()) {
      super.flushBuffer();
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null && writer == null && (isOpen() || isServingFiles())) {
      return super.getOutputStream();
    }
    if (writer != null) {
      throw new IllegalStateException("getWriter() was called already");
    }
    ServletOutputStream current = stream;
    if (current == null) {
      current = new HeldOutputStream(this);
      stream = current;
    }
    return current;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (stream == null && writer == null && (isOpen() || isServingFiles())) {
      return super.getWriter();
    }
    if (stream != null) {
      throw new IllegalStateException("getOutputStream() was called already");
    }
    PrintWriter current = writer;
    if (current == null) {
      String encoding = getCharacterEncoding();
      Charset charset = encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
      current = new PrintWriter(new HeldWriter(this, charset));
      writer = current;
    }
    return current;
  }

  /** The server's own stream, for what may leave; null where it may not, and is dropped. */
  @Nullable ServletOutputStream outlet(byte[] octets, int offset, int length) throws IOException {
    if (mayAnswer() || (keptFile != null && keptFile.continuesWith(octets, offset, length))) {
      return super.getOutputStream();
    }
    withheld = true;
    return null;
  }

  /** Forgets, as servers do, how the body was being written. */
  @Override
  public void reset() {
    super.reset();
    stream = null;
    writer = null;
  }

  /** Empties the response, so that a problem can be written in its place. */
  void discard() {
    ResponseHeaders.keepOfErrors(this);
    // Tomcat would send the file that is named there instead of the body.
    request.removeAttribute("org.apache.tomcat.sendfile.filename");
  }
}
