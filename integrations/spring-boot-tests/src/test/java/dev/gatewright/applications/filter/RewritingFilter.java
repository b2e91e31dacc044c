package dev.gatewright.applications.filter;

import dev.gatewright.applications.Secret;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the chain answer and then answers something else, as filters do that wrap answers into an
 * envelope, lead to a log-in page or serve one page for all paths. The parameter {@code after} says
 * how.
 */
public class RewritingFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String manner = request.getParameter("after");
    if (manner == null) {
      chain.doFilter(request, response);
      return;
    }
    switch (manner) {
      case "envelope" -> {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, cached);
        response.setStatus(200);
        response.setContentType("text/plain");
        response.getOutputStream().write(secret());
      }
      case "reset-buffer" -> {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, cached);
        if (!response.isCommitted()) {
          response.resetBuffer();
          response.setStatus(200);
          response.setContentLength(secret().length);
          response.getOutputStream().write(secret());
        }
      }
      case "into-the-cache" -> {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, cached);
        cached.resetBuffer();
        cached.setStatus(200);
        cached.getOutputStream().write(secret());
        cached.copyBodyToResponse();
      }
      case "own-wrapper" -> {
        chain.doFilter(request, new Discarding(response));
        response.setStatus(200);
        response.getOutputStream().write(secret());
      }
      case "redirect" -> {
        chain.doFilter(request, new Discarding(response));
        response.sendRedirect("/log-in?next=" + Secret.TEXT);
      }
      case "async" -> {
        chain.doFilter(request, new Discarding(response));
        if (!response.isCommitted()) {
          response.reset();
        }
        AsyncContext async = request.startAsync(request, response);
        async.getResponse().getWriter().write(Secret.TEXT);
        async.complete();
      }
      case "after-an-error" -> {
        chain.doFilter(request, response);
        if (!response.isCommitted()) {
          response.reset();
          response.setStatus(200);
          response.getOutputStream().write(secret());
        }
      }
      case "included" -> {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        request.getRequestDispatcher("/plain.txt").include(request, cached);
        cached.resetBuffer();
        cached.getOutputStream().write(secret());
        cached.copyBodyToResponse();
      }
      case "copied" -> {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, cached);
        cached.copyBodyToResponse();
      }
      default -> throw new IllegalArgumentException(manner);
    }
  }

  private static byte[] secret() {
    return Secret.TEXT.getBytes(StandardCharsets.UTF_8);
  }

  /** Keeps the answer to itself. */
  private static final class Discarding extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Discarding(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void flushBuffer() {
      // Nothing goes out yet.
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new ServletOutputStream() {
        @Override
        public void write(int octet) {
          kept.write(octet);
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new IllegalStateException();
        }
      };
    }
  }

  /** An application with that filter. */
  @Configuration(proxyBeanMethods = false)
  public static class Rewriting {
    @Bean
    RewritingFilter rewritingFilter() {
      return new RewritingFilter();
    }
  }
}
