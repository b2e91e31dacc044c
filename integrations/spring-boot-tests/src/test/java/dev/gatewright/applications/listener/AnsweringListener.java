package dev.gatewright.applications.listener;

import dev.gatewright.applications.Secret;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers {@code /secret} itself. */
public class AnsweringListener implements ServletRequestListener {
  @Override
  public void requestInitialized(ServletRequestEvent event) {
    answer(event.getServletRequest());
  }

  static void answer(ServletRequest request) {
    try {
      if (request instanceof HttpServletRequest http && http.getRequestURI().equals("/secret")) {
        tell(http);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void tell(HttpServletRequest request) throws IOException {
    AsyncContext async = request.startAsync();
    async.getResponse().getWriter().write(Secret.TEXT);
    async.getResponse().flushBuffer();
    async.complete();
  }
}
