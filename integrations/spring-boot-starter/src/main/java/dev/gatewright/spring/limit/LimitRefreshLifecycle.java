package dev.gatewright.spring.limit;

import dev.gatewright.runtime.limit.LimitRefresh;
import org.springframework.context.SmartLifecycle;

/** Takes over what other instances changed of limits: before traffic, and while there is any. */
final class LimitRefreshLifecycle implements SmartLifecycle {
  private final LimitRefresh refresh;
  private volatile boolean running;

  LimitRefreshLifecycle(LimitRefresh refresh) {
    this.refresh = refresh;
  }

  @Override
  public void start() {
    refresh.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    refresh.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Web servers start long after it, and stop before it. */
  @Override
  public int getPhase() {
    return 0;
  }
}
