package org.springframework.boot;

public interface ApplicationRunner {
  void run(Object args);
}
