package dev.gatewright.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no client library would send it. */
public final class RawRequest {
  private RawRequest() {}

  /** The whole answer; the characters of head and body are sent as bytes. */
  public static String answerTo(RunningApplication application, String request) {
    try (Socket socket = application.connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A request without a body. */
  public static String get(RunningApplication application, String target, String... headers) {
    return answerTo(
        application, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers));
  }

  /** A request with a body. */
  public static String post(
      RunningApplication application, String target, String body, String... headers) {
    return answerTo(
        application,
        "POST "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + lines(headers)
            + body);
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder();
    for (String header : headers) {
      lines.append(header).append("\r\n");
    }
    return lines.append("Connection: close\r\n\r\n").toString();
  }
}
