package org.springframework.web.filter;

public abstract class OncePerRequestFilter implements jakarta.servlet.Filter {
  @Override
  public final void doFilter(Object request, Object response, Object chain) {}

  protected abstract void doFilterInternal(Object request);
}
