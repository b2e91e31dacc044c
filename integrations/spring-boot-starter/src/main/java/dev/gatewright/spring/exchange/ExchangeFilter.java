package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.caller.CallerContext;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.transport.ServletExchange;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Opens an exchange for each request, binds it to whichever thread works on the request, and closes
 * it when the response is complete: after the last dispatch, be it asynchronous or to an error
 * page. One request is one exchange, whatever the number of its dispatches.
 */
public final class ExchangeFilter implements GateFilter, ServletRequestListener {
  private static final Logger log = LoggerFactory.getLogger(ExchangeFilter.class);
  private static final String FIX =
      "Fix: annotate what answers with @Secured or @Public; or list its class in '"
          + Exemptions.PROPERTY
          + "'.";

  private final Gate gate;
  private final CallerContext callers;
  private final EarlyAdmission admission;
  private final ProblemResponses problems;
  private final AnsweringCode answering;

  ExchangeFilter(
      Gate gate,
      CallerContext callers,
      EarlyAdmission admission,
      ProblemResponses problems,
      AnsweringCode answering) {
    this.gate = gate;
    this.callers = callers;
    this.admission = admission;
    this.problems = problems;
    this.answering = answering;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse to) {
      doFilter(http, to, chain);
    } else {
      // No exchange: guards refuse.
      chain.doFilter(request, response);
    }
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CurrentExchange current = take(request, response);
    CallerContext.Stay stay = callers.enter(current);
    boolean thrown = true;
    try {
      passOn(current, request, response, chain);
      thrown = false;
    } finally {
      stay.end();
      leave(current, request, response, thrown);
    }
  }

  private CurrentExchange take(HttpServletRequest request, HttpServletResponse response) {
    CurrentExchange known = RequestExchange.of(request);
    if (known != null) {
      known.resume();
      return known;
    }
    CurrentExchange opened =
        gate.open(
            new ServletExchange(
                request, response, endpoint -> BoundedRequest.enters(request, endpoint)));
    RequestExchange.bind(request, opened);
    return opened;
  }

  private void passOn(
      CurrentExchange current,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    GuardedResponse known = GuardedResponse.in(response);
    GuardedResponse guarded =
        known == null ? new GuardedResponse(request, response, current, answering) : known;
    guarded.dispatchAgain();
    HttpServletResponse passed = known == null ? guarded : response;
    boolean thrown = true;
    try {
      passOn(bounded(request, guarded), passed, chain);
      thrown = false;
    } catch (RuntimeException | ServletException failure) {
      // A guard was called from outside of Spring MVC, as by another filter.
      RefusedException refused = ProblemResponses.refusalIn(failure);
      if (failure instanceof HttpMessageNotReadableException
          && AdmissionInterceptor.admitted(request) != null) {
        // Spring's filter that reads forms.
        refused =
            gate.refuse(Refusal.of(RefusalReason.MALFORMED_REQUEST, "the form cannot be read"));
      }
      if (refused == null || !problems.write(request, guarded, refused)) {
        throw failure;
      }
    } finally {
      if (thrown && !guarded.isOpen() && !guarded.isCommitted()) {
        ResponseHeaders.keepOfErrors(guarded);
      }
    }
    if (!thrown && !request.isAsyncStarted()) {
      close(request, guarded);
    }
  }

  /**
   * Where a listener of Spring's has told the thread of the container's own request, code could
   * answer with that one.
   */
  private static void passOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestAttributes known = RequestContextHolder.getRequestAttributes();
    if (!(known instanceof ServletRequestAttributes)) {
      chain.doFilter(request, response);
      return;
    }
    ServletRequestAttributes attributes = new ServletRequestAttributes(request, response);
    RequestContextHolder.setRequestAttributes(attributes);
    try {
      chain.doFilter(request, response);
    } finally {
      attributes.requestCompleted();
      RequestContextHolder.setRequestAttributes(known);
    }
  }

  /** After an asynchronous dispatch the request is wrapped already, and others around it. */
  private HttpServletRequest bounded(HttpServletRequest request, GuardedResponse guarded) {
    BoundedRequest known = WebUtils.getNativeRequest(request, BoundedRequest.class);
    BoundedRequest bounded =
        known == null ? new BoundedRequest(request, gate, admission::decide) : known;
    bounded.answeredBy(guarded);
    bounded.keepIn(request);
    return known == null ? bounded : request;
  }

  /** Lets nothing out that no policy was asked for. */
  private void close(HttpServletRequest request, GuardedResponse response) throws IOException {
    switch (response.fate()) {
      case LEAVES -> {}
      case LEAVES_BARE -> ResponseHeaders.keepOfErrors(response);
      case LEAVES_AS_PROBLEM -> {
        int status = response.getStatus();
        if (!AnsweringCode.refusesOrigins(response.answeredBy())) {
          log.warn(
              "The body of a {} that {} sent was replaced, as no policy was asked. {}",
              status,
              response.answeredBy(),
              FIX);
        }
        response.discard();
        problems.write(request, response, status, HttpHeaders.EMPTY);
      }
      case IS_TRACE -> {
        response.discard();
        problems.write(
            request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, HttpHeaders.EMPTY);
      }
      case IS_REFUSED -> {
        String answered = response.answeredBy() + " answered, and no policy was asked";
        log.error("{}: the answer is withheld. {}", answered, FIX);
        response.discard();
        problems.write(
            request, response, gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, answered)));
      }
    }
  }

  private static void leave(
      CurrentExchange current,
      HttpServletRequest request,
      HttpServletResponse response,
      boolean thrown) {
    current.suspend();
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new Completion(request, response));
      return;
    }
    int status = thrown ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
    current.answered(status);
    if (status < HttpServletResponse.SC_BAD_REQUEST) {
      RequestExchange.close(request);
    }
    // Otherwise the container may dispatch to an error page first; it says when the request is
    // over.
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    // Jetty says so after each dispatch; Completion ends what goes on in another thread.
    if (!event.getServletRequest().isAsyncStarted()) {
      RequestExchange.close(event.getServletRequest());
    }
  }

  /** Ends an exchange whose asynchronous response is completed without another dispatch. */
  private record Completion(ServletRequest request, HttpServletResponse response)
      implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      RequestExchange.answered(request, response.getStatus());
      RequestExchange.close(request);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Completion or another dispatch follows.
      RequestExchange.answered(request, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    @Override
    public void onError(AsyncEvent event) {
      // Completion or another dispatch follows.
      RequestExchange.answered(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
