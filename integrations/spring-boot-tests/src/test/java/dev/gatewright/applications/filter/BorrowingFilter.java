package dev.gatewright.applications.filter;

import dev.gatewright.applications.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.RequestContextListener;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers by the hand of something else: another thread, a servlet of its own, the request that
 * Spring keeps for the thread. The parameter {@code by} says of what.
 */
public class BorrowingFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String by = request.getParameter("by");
    if (by == null) {
      chain.doFilter(request, response);
      return;
    }
    switch (by) {
      case "thread" -> inAnotherThread(response);
      case "servlet" -> new Answering().service(request, response);
      case "holder" -> {
        ServletRequestAttributes kept =
            (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var async = kept.getRequest().startAsync();
        async.getResponse().getWriter().write(Secret.TEXT);
        async.complete();
      }
      default -> throw new IllegalArgumentException(by);
    }
  }

  private static void inAnotherThread(HttpServletResponse response) throws ServletException {
    FutureTask<Void> answer =
        new FutureTask<>(
            () -> {
              response.getWriter().write(Secret.TEXT);
              response.flushBuffer();
              return null;
            });
    Thread other = new Thread(answer);
    other.start();
    try {
      answer.get();
      other.join();
    } catch (InterruptedException | ExecutionException e) {
      throw new ServletException(e);
    }
  }

  private static final class Answering extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  /** An application with that filter. */
  @Configuration(proxyBeanMethods = false)
  public static class Borrowing {
    @Bean
    BorrowingFilter borrowingFilter() {
      return new BorrowingFilter();
    }

    /** Takes the place of Spring Boot's filter and keeps the container's own request. */
    @Bean
    RequestContextListener requestContextListener() {
      return new RequestContextListener();
    }
  }
}
