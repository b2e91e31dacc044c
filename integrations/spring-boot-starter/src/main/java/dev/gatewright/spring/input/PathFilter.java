package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Refuses paths whose parameters ({@code /x;v=%zz}) cannot be decoded. Servers leave those encoded,
 * and Spring MVC fails over them, with 500, before it has looked for a handler.
 */
final class PathFilter implements Filter {
  private static final int HEXADECIMAL = 16;

  private final Gate gate;

  PathFilter(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && !isDecodable(http.getRequestURI())) {
      throw gate.refuse(Refusal.of(RefusalReason.MALFORMED_REQUEST, "the path cannot be decoded"));
    }
    chain.doFilter(request, response);
  }

  private static boolean isDecodable(String path) {
    for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
      if (i + 2 >= path.length()
          || Character.digit(path.charAt(i + 1), HEXADECIMAL) < 0
          || Character.digit(path.charAt(i + 2), HEXADECIMAL) < 0) {
        return false;
      }
    }
    return true;
  }
}
