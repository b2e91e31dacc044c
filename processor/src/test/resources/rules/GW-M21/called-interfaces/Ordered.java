package org.springframework.core;

public interface Ordered {
  int getOrder();
}
