package dev.gatewright.spring.caller;

import dev.gatewright.spring.caller.CallerContext.Submitted;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Lets callers follow into tasks wherever Micrometer's context propagation carries context, from
 * the start of the application until its end. An exchange does not follow: it belongs to its
 * request. Thread-safe.
 *
 * <p>The registry is the process's. Each application is registered under a key of its own, and
 * knows its own callers only. There is always a value to carry: a task of nobody's must not have
 * the caller of a thread that happens to run it.
 */
final class CallerPropagation
    implements ThreadLocalAccessor<Submitted>, InitializingBean, DisposableBean {
  private final CallerContext context;

  CallerPropagation(CallerContext context) {
    this.context = context;
  }

  @Override
  public void afterPropertiesSet() {
    ContextRegistry.getInstance().registerThreadLocalAccessor(this);
  }

  @Override
  public void destroy() {
    ContextRegistry.getInstance().removeThreadLocalAccessor(key());
  }

  @Override
  public Object key() {
    return context;
  }

  @Override
  public Submitted getValue() {
    return context.submit();
  }

  @Override
  public void setValue(Submitted task) {
    context.arrive(task);
  }

  /** Of a task whose context was taken before this application has started. */
  @Override
  public void setValue() {
    context.arrive(new Submitted(null, null, true));
  }

  @Override
  public void restore(Submitted before) {
    context.leave(before);
  }

  @Override
  public void restore() {
    context.leave(new Submitted(null, null, false));
  }
}
