package dev.gatewright.test;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;

/**
 * Makes callers known to the application of a test. To be injected into the test. Thread-safe.
 *
 * <pre>{@code client.get().uri("/accounts").headers(callers.headers(caller("alice")))}</pre>
 */
public final class TestCallers {
  private final MintedCallers minted;
  private final ObjectProvider<Gate> gate;

  /** Of this application context alone, as its gate is. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Calls> ofThread = new ThreadLocal<>();

  /** What a thread calls as one request. */
  private record Calls(CurrentExchange exchange, @Nullable Credential credential) {}

  TestCallers(MintedCallers minted, ObjectProvider<Gate> gate) {
    this.minted = minted;
    this.gate = gate;
  }

  /** Code that a test runs as a caller. */
  @FunctionalInterface
  public interface Call<T extends @Nullable Object, E extends Exception> {

    /** Calls what is guarded. */
    T call() throws E;
  }

  /** Code without a result. */
  @FunctionalInterface
  public interface Action<E extends Exception> {

    /** Calls what is guarded. */
    void run() throws E;
  }

  /**
   * Puts a caller's credential into the headers of a request to the application of this test, by
   * whatever client and also over a real connection. No other application accepts it.
   *
   * @return for {@code headers(...)} of a WebTestClient, RestTestClient or RestClient; one and the
   *     same credential each time
   */
  public Consumer<HttpHeaders> headers(TestCaller caller) {
    gate.getObject(); // By now it is known which kinds of credentials there are.
    Credential credential = caller.credential(minted);
    return headers -> {
      minted.places().forEach(place -> headers.remove(place.header()));
      if (credential != null) {
        headers.set(credential.header(), credential.value());
      }
    };
  }

  /**
   * Runs code as a caller, in a request of its own: guarded beans that it calls on this thread
   * charge their limits again.
   *
   * @throws dev.gatewright.runtime.problem.RefusedException if a guard refuses
   */
  public <T extends @Nullable Object, E extends Exception> T call(
      TestCaller caller, Call<T, E> code) throws E {
    Calls before = ofThread.get();
    Runnable back = setAside();
    Calls calls = begin(caller);
    try {
      return code.call();
    } finally {
      end(calls);
      ofThread.set(before);
      back.run();
    }
  }

  /** Runs code without a result as a caller, as {@link #call} does. */
  public <E extends Exception> void run(TestCaller caller, Action<E> code) throws E {
    this.<@Nullable Object, E>call(
        caller,
        () -> {
          code.run();
          return null;
        });
  }

  /** Lets this thread call as somebody, until {@link #leave}. */
  void enter(TestCaller caller) {
    leave();
    begin(caller);
  }

  /** Lets this thread call as nobody. */
  void leave() {
    Calls calls = ofThread.get();
    if (calls != null) {
      end(calls);
    }
  }

  /** The credential of the one as whom this thread calls; null for nobody. */
  @Nullable Credential current() {
    Calls calls = ofThread.get();
    return calls == null ? null : calls.credential();
  }

  /**
   * Takes this thread's request off it, as another is about to use it.
   *
   * @return puts it back
   */
  Runnable setAside() {
    Calls calls = ofThread.get();
    if (calls == null || !calls.exchange().isOnThisThread()) {
      return () -> {};
    }
    calls.exchange().suspend();
    return calls.exchange()::resume;
  }

  private Calls begin(TestCaller caller) {
    Gate opening = gate.getObject();
    Credential credential = caller.credential(minted);
    CurrentExchange exchange = opening.open(new TestExchange(credential));
    Calls calls = new Calls(exchange, credential);
    ofThread.set(calls);
    return calls;
  }

  private void end(Calls calls) {
    ofThread.remove();
    calls.exchange().close();
    if (calls.credential() != null) {
      minted.withdraw(calls.credential());
    }
  }
}
