package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.CurrentExchange;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
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
public final class GuardedResponse extends ObservedResponse implements AnswerOutlet {
  private final HttpServletRequest request;
  private final CurrentExchange exchange;
  private final AnsweringCode answering;
  private final InnermostFilter innermostFilter = new InnermostFilter();
  private final HandlerPermissions permissions = new HandlerPermissions();
  private final HeldBody body = new HeldBody(this);
  private boolean touched;
  private boolean errorSent;
  private boolean complete;
  private boolean early;
  private boolean withheld;
  private String answeredBy = "";

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

  /** What may leave the guarded response behind others; of no effect where there is none. */
  static HandlerPermissions permissionsIn(ServletResponse response) {
    GuardedResponse guarded = in(response);
    return guarded == null ? new HandlerPermissions() : guarded.permissions;
  }

  /** From now on lets only the body of an error out of the guarded response behind others. */
  public static void permitErrorsOnly(ServletResponse response) {
    permissionsIn(response).permitErrorsOnly();
  }

  /**
   * Tells that the request was admitted to an endpoint before its handler was found, as a filter
   * reads its form: the filter may not answer in the endpoint's place.
   */
  void admittedEarly() {
    early = true;
  }

  /** Tells that the endpoint that the request was admitted to is the one that is called now. */
  void endpointIsReached() {
    early = false;
  }

  /** Whether answers go out from now on. */
  boolean isOpen() {
    return !complete && (permissions.isAll() || (exchange.isAdmitted() && !early));
  }

  /**
   * Takes the answer of the gate itself, which replaces whatever the response holds, and nothing
   * after it: a filter that wraps or exchanges answers would answer where no policy was asked.
   */
  void complete(Answer answer) throws IOException {
    permissions.permitAll();
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
    touched = true;
    if (complete) {
      return false;
    }
    if (isOpen()
        || (permissions.isForErrors() && getStatus() >= SC_BAD_REQUEST)
        || permissions.isServingFiles()
        || isHandlersTurn()) {
      return true;
    }
    return isExemptCodesTurn();
  }

  /** Interceptors come before an exempt handler, and are not exempt with it. */
  private boolean isHandlersTurn() {
    if (!permissions.isForHandler()) {
      return false;
    }
    AnsweringCode.Interceptors before = answering.interceptors();
    if (before == AnsweringCode.Interceptors.NONE) {
      permissions.permitAll();
    }
    return before != AnsweringCode.Interceptors.OTHER;
  }

  private boolean isExemptCodesTurn() {
    AnsweringCode.Turn turn = answering.turn(request);
    switch (turn) {
      case FILES -> permissions.permitFiles();
      // Another filter may come before or after it: what that writes is looked at again.
      case EXEMPT_SERVLET, EXEMPT_FILTER -> innermostFilter.answers(true);
      case OTHER -> noteOther();
    }
    return turn != AnsweringCode.Turn.OTHER;
  }

  private void noteOther() {
    if (answering.mayBeExempt() && !isInDispatcher()) {
      innermostFilter.answers(false);
    }
    if (answeredBy.isEmpty()) {
      answeredBy = answering.shown(request);
    }
  }

  /** An answer may be nothing but headers, of which only those of exempt code leave. */
  @Override
  void headerIsSet() {
    touched = true;
    if (answering.mayBeExempt() && !complete && !isOpen() && !isInDispatcher()) {
      switch (answering.turn(request)) {
        case FILES -> permissions.permitFiles();
        case EXEMPT_SERVLET, EXEMPT_FILTER -> innermostFilter.answers(true);
        case OTHER -> innermostFilter.answers(false);
      }
    }
  }

  /** Names what first tried to answer before it might, for the log. */
  String answeredBy() {
    return answeredBy.isEmpty() ? answering.shown(request) : answeredBy;
  }

  /** For an answer that comes from another thread, or over another protocol. */
  boolean mayAnswerLater() {
    if (!mayAnswer()) {
      return false;
    }
    if (!permissions.areConditional()) {
      permissions.permitAll();
    }
    return true;
  }

  /** A new dispatch has begun, in which whatever was exempt before has no part. */
  void dispatchAgain() {
    permissions.withdraw();
  }

  private boolean isInDispatcher() {
    return request.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) != null;
  }

  /** What becomes of the response, as the dispatch ends. */
  AnswerFate fate() {
    boolean isError = errorSent && getStatus() >= SC_BAD_REQUEST;
    if (complete || isOpen() || isError || (!withheld && isPermitted())) {
      return AnswerFate.LEAVES;
    }
    if (getStatus() >= SC_BAD_REQUEST) {
      return permissions.isForErrors() && !withheld
          ? AnswerFate.LEAVES
          : AnswerFate.LEAVES_AS_PROBLEM;
    }
    if (HttpMethod.TRACE.matches(request.getMethod())) {
      return AnswerFate.IS_TRACE;
    }
    return isPreflight() ? AnswerFate.LEAVES_BARE : AnswerFate.IS_REFUSED;
  }

  private boolean isPermitted() {
    if (isInDispatcher()) {
      return permissions.areOfHandler();
    }
    // What nobody has written to tells nothing; an exempt servlet or filter may have taken it up.
    return innermostFilter.isExempt()
        || permissions.areFiles()
        || (!touched && answering.mayTakeUp(request));
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
    note(status);
    if (!mayAnswer() && permissions.isForHandler()) {
      withheld = true;
    }
    super.setStatus(status);
  }

  /** Another may take its place, as 406 does where the body of a 401 is nothing to the client. */
  private void note(int status) {
    if (isOpen()) {
      exchange.answered(status);
    }
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    note(status);
    if (mayAnswer()) {
      errorSent |= status >= SC_BAD_REQUEST;
      super.sendError(status, message);
    } else {
      sendError(status);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    note(status);
    if (!mayAnswer()) {
      ResponseHeaders.keepOfErrors(this);
      if (status < SC_BAD_REQUEST) {
        withheld = true;
        super.setStatus(status);
        return;
      }
    }
    errorSent |= status >= SC_BAD_REQUEST;
    super.sendError(status);
  }

  @Override
  public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
    if (mayAnswer()) {
      super.sendRedirect(location, status, clearBuffer);
    } else if (permissions.areHeaders()) {
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
    return isHeld() ? body.stream() : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return isHeld() ? body.writer() : super.getWriter();
  }

  private boolean isHeld() {
    return body.isTaken() || !(isOpen() || permissions.isServingFiles());
  }

  @Override
  public @Nullable ServletOutputStream outlet(byte[] octets, int offset, int length)
      throws IOException {
    if (mayAnswer() || permissions.continuesFile(octets, offset, length)) {
      return super.getOutputStream();
    }
    withheld = true;
    return null;
  }

  @Override
  public @Nullable ServletOutputStream openOutlet() throws IOException {
    return mayAnswer() && isOpen() ? super.getOutputStream() : null;
  }

  /** Forgets, as servers do, how the body was being written. */
  @Override
  public void reset() {
    super.reset();
    body.forget();
  }

  /** Empties the response, so that a problem can be written in its place. */
  void discard() {
    ResponseHeaders.keepOfErrors(this);
    // Tomcat would send the file that is named there instead of the body.
    request.removeAttribute("org.apache.tomcat.sendfile.filename");
  }
}
