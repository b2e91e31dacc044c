package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/** All headers, as a map of one value each or of several. */
record AllHeaders(boolean several) implements ArgumentCheck {

  @Override
  public void check(HttpServletRequest request) {
    for (String name : Collections.list(request.getHeaderNames())) {
      Header.check(request.getHeaders(name), ClientName.shown(name), several);
    }
  }
}
