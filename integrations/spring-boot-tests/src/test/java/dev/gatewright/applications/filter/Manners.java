package dev.gatewright.applications.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatewright.applications.Secret;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The manners in which a servlet response can be written. */
final class Manners {
  private static final byte[] BYTES = Secret.TEXT.getBytes(US_ASCII);

  private Manners() {}

  static void addAll(Map<String, AnsweringFilter.Manner> to) {
    to.put("/answer/writer", (request, response) -> response.getWriter().write(Secret.TEXT));
    to.put("/answer/stream", (request, response) -> response.getOutputStream().write(BYTES));
    to.put(
        "/answer/flushed",
        (request, response) -> {
          response.getOutputStream().write(BYTES);
          response.getOutputStream().flush();
          response.flushBuffer();
        });
    to.put(
        "/answer/large",
        (request, response) -> {
          for (int i = 0; i < 10_000; i++) {
            response.getWriter().println(Secret.TEXT);
          }
        });
    to.put(
        "/answer/closed",
        (request, response) -> {
          response.setContentLength(BYTES.length);
          response.getOutputStream().write(BYTES);
          response.getOutputStream().close();
        });
    to.put("/answer/header", (request, response) -> response.addHeader("X-Secret", Secret.TEXT));
    to.put(
        "/answer/committed-header",
        (request, response) -> {
          response.setHeader("X-Secret", Secret.TEXT);
          response.flushBuffer();
        });
    to.put(
        "/answer/content-type",
        (request, response) -> {
          response.setContentType("text/" + Secret.TEXT);
          response.getWriter().write("told");
        });
    to.put(
        "/answer/language",
        (request, response) -> {
          response.setLocale(Locale.forLanguageTag("en-x-goldbhnd"));
          response.getWriter().write(Secret.TEXT);
        });
    to.put(
        "/answer/cookie",
        (request, response) -> response.addCookie(new Cookie("secret", Secret.TEXT)));
    to.put("/answer/redirect", (request, response) -> response.sendRedirect("/to/" + Secret.TEXT));
    to.put(
        "/answer/redirect-by-hand",
        (request, response) -> {
          response.setStatus(302);
          response.setHeader("Location", "/to/" + Secret.TEXT);
        });
    to.put(
        "/answer/trailer",
        (request, response) -> {
          response.setTrailerFields(() -> Map.of("secret", Secret.TEXT));
          response.getWriter().write("the trailer tells");
        });
    to.put(
        "/answer/upgrade",
        (request, response) -> {
          response.setStatus(101);
          response.setHeader("Upgrade", "secret");
          response.setHeader("Connection", "Upgrade");
          request.upgrade(Upgraded.class);
        });
    to.put("/answer/no-content", (request, response) -> response.setStatus(204));
    to.put("/answer/nothing", (request, response) -> {});
    to.put(
        "/answer/early-hints",
        (request, response) -> {
          response.setHeader("Link", "</" + Secret.TEXT + ">; rel=preload");
          response.setStatus(103);
          response.flushBuffer();
        });
    to.put(
        "/answer/not-modified",
        (request, response) -> {
          response.setHeader("ETag", "\"" + Secret.TEXT + "\"");
          response.setStatus(304);
        });
    addErrors(to);
    addAsynchronous(to);
  }

  private static void addErrors(Map<String, AnsweringFilter.Manner> to) {
    to.put("/answer/error", (request, response) -> response.sendError(404, Secret.TEXT));
    to.put("/answer/header-then-error", (request, response) -> sendWithHeaders(response, 404));
    to.put("/answer/header-then-no-content", (request, response) -> sendWithHeaders(response, 204));
    to.put(
        "/answer/error-body",
        (request, response) -> {
          response.setStatus(404);
          response.getWriter().write(Secret.TEXT);
        });
    to.put(
        "/answer/error-header",
        (request, response) -> {
          response.setHeader("X-Secret", Secret.TEXT);
          response.setStatus(418);
          response.flushBuffer();
        });
    to.put(
        "/answer/late-error",
        (request, response) -> {
          response.getOutputStream().write(BYTES);
          response.setStatus(500);
        });
    to.put(
        "/answer/error-then-success",
        (request, response) -> {
          response.setStatus(404);
          response.getOutputStream().write(BYTES);
          response.setStatus(200);
          response.flushBuffer();
        });
  }

  private static void sendWithHeaders(HttpServletResponse response, int status) throws IOException {
    response.setHeader("X-Secret", Secret.TEXT);
    response.addCookie(new Cookie("secret", Secret.TEXT));
    response.sendError(status);
  }

  private static void addAsynchronous(Map<String, AnsweringFilter.Manner> to) {
    to.put(
        "/answer/async",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          new Thread(() -> write((HttpServletResponse) async.getResponse(), async)).start();
        });
    to.put(
        "/answer/async-original",
        (request, response) -> {
          AsyncContext async = request.startAsync(request, response);
          async.start(() -> write(response, async));
        });
    to.put(
        "/answer/async-without-completion",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.setTimeout(300);
          response.getOutputStream().write(BYTES);
          response.flushBuffer();
        });
    to.put(
        "/answer/async-non-blocking",
        (request, response) -> {
          AsyncContext async = request.startAsync();
          response.getOutputStream().setWriteListener(new Writing(response, async));
        });
  }

  private static void write(HttpServletResponse response, AsyncContext async) {
    try {
      response.getOutputStream().write(BYTES);
      response.flushBuffer();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      async.complete();
    }
  }

  /** Speaks the protocol of those who know the secret. */
  public static class Upgraded implements HttpUpgradeHandler {
    @Override
    public void init(WebConnection connection) {
      try {
        connection.getOutputStream().write(BYTES);
        connection.getOutputStream().flush();
        connection.close();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }

    @Override
    public void destroy() {
      // Nothing is held.
    }
  }

  private record Writing(HttpServletResponse response, AsyncContext async)
      implements WriteListener {

    @Override
    public void onWritePossible() throws IOException {
      ServletOutputStream out = response.getOutputStream();
      if (out.isReady()) {
        out.write(BYTES);
        async.complete();
      }
    }

    @Override
    public void onError(Throwable failed) {
      async.complete();
    }
  }
}
