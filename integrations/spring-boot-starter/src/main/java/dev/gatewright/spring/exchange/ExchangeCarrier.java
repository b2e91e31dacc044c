package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.spring.caller.CallerContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Takes the exchange along to the threads in which Spring MVC runs a Callable, a WebAsyncTask or a
 * StreamingResponseBody, so that guards there know the request, and off them when they are done.
 *
 * <p>Asks nothing of the request: when a task outlives its time the server may have given the
 * request's object to another client already.
 */
final class ExchangeCarrier implements CallableProcessingInterceptor {
  private static final String KEY = ExchangeCarrier.class.getName();

  private final CurrentExchange exchange;
  private final CallerContext callers;

  /** Where this took the exchange to; null before and after its task. */
  private volatile @Nullable Borrowed borrowed;

  /**
   * A thread that works for the request.
   *
   * @param putBack gives it back to the request that it worked for before
   * @param stay how long it works for it
   */
  private record Borrowed(Thread thread, Runnable putBack, CallerContext.Stay stay) {}

  private ExchangeCarrier(CurrentExchange exchange, CallerContext callers) {
    this.exchange = exchange;
    this.callers = callers;
  }

  /** Carries on what the handler of a request leaves to another thread. */
  static void carryOn(HttpServletRequest request, CallerContext callers) {
    CurrentExchange current = RequestExchange.of(request);
    if (current != null) {
      WebAsyncUtils.getAsyncManager(request)
          .registerCallableInterceptor(KEY, new ExchangeCarrier(current, callers));
    }
  }

  @Override
  public <T> void preProcess(NativeWebRequest web, Callable<T> task) {
    // An executor may run the task in the request's own thread.
    if (exchange.isOnThisThread()) {
      return;
    }
    // Or in the thread of another request, whose caller the task must not have in any case.
    borrowed =
        new Borrowed(Thread.currentThread(), exchange.setOtherAside(), callers.enter(exchange));
    try {
      exchange.resume();
    } catch (IllegalStateException over) {
      // The client is gone, or its time is over: guards refuse.
    }
  }

  @Override
  public <T> void postProcess(
      NativeWebRequest web, Callable<T> task, @Nullable Object concurrentResult) {
    Borrowed done = borrowed;
    if (done != null && done.thread() == Thread.currentThread()) {
      borrowed = null;
      exchange.suspend();
      done.stay().end();
      done.putBack().run();
    }
  }
}
