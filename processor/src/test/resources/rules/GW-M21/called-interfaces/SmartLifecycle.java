package org.springframework.context;

public interface SmartLifecycle {
  void start();
}
