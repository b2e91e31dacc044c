package dev.gatewright.applications.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Answers {@code /answer/...} itself, each in a manner of its own, and passes on the rest. */
public class AnsweringFilter implements Filter {
  private final Map<String, Manner> manners = new HashMap<>();

  public AnsweringFilter() {
    Manners.addAll(manners);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Manner manner = manners.get(http.getRequestURI());
    if (manner == null) {
      chain.doFilter(request, response);
    } else {
      manner.answer(http, (HttpServletResponse) response);
    }
  }

  /** How the secret gets into the response. */
  interface Manner {
    void answer(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }
}
