package dev.gatewright.spring;

import dev.gatewright.runtime.CurrentExchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Takes the exchange along to the threads in which Spring MVC runs a Callable, a WebAsyncTask or a
 * StreamingResponseBody, so that guards there know the request, and off them when they are done.
 */
final class ExchangeCarrier implements CallableProcessingInterceptor {
  private static final ExchangeCarrier INSTANCE = new ExchangeCarrier();
  private static final String CARRIED = ExchangeCarrier.class.getName() + ".carried";

  private ExchangeCarrier() {}

  /** Carries on what the handler of a request leaves to another thread. */
  static void carryOn(HttpServletRequest request) {
    WebAsyncUtils.getAsyncManager(request).registerCallableInterceptor(CARRIED, INSTANCE);
  }

  @Override
  public <T> void preProcess(NativeWebRequest web, Callable<T> task) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    CurrentExchange current = request == null ? null : ExchangeFilter.exchangeOf(request);
    // An executor may run the task in the request's own thread.
    if (request == null || current == null || current.isOnThisThread()) {
      return;
    }
    try {
      current.resume();
    } catch (IllegalStateException over) {
      return; // The client is gone, or its time is over: guards refuse.
    }
    request.setAttribute(CARRIED, Thread.currentThread());
  }

  @Override
  public <T> void postProcess(
      NativeWebRequest web, Callable<T> task, @Nullable Object concurrentResult) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request != null && request.getAttribute(CARRIED) == Thread.currentThread()) {
      request.removeAttribute(CARRIED);
      CurrentExchange current = ExchangeFilter.exchangeOf(request);
      if (current != null) {
        current.suspend();
      }
    }
  }
}
