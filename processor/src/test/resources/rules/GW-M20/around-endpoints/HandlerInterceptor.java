package org.springframework.web.servlet;

public interface HandlerInterceptor {
  default boolean preHandle(Object request) {
    return true;
  }
}
