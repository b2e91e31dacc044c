package dev.gatewright.applications;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on a real server, spoken to over its socket. */
final class RunningApplication implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  RunningApplication(ConfigurableApplicationContext context) {
    this.context = context;
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  Answer get(String path, String... headers) {
    return request("GET", path, headers);
  }

  Answer request(String method, String path, String... headers) {
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    text.append("Host: localhost\r\nConnection: close\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return send(text.append("\r\n").toString());
  }

  /** Sends text as it is and reads all that comes back until the server closes. */
  Answer send(String text) {
    return send(port(), text);
  }

  static Answer send(int port, String text) {
    return send(InetAddress.getLoopbackAddress(), port, text);
  }

  static Answer send(InetAddress address, int port, String text) {
    try (Socket socket = new Socket(address, port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new Answer(readAll(socket));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String readAll(Socket socket) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[8_192];
    try {
      for (int read; (read = socket.getInputStream().read(buffer)) > 0; ) {
        all.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        if (all.indexOf("HTTP/1.1 101 ") == 0) {
          socket.setSoTimeout(1_000);
        }
      }
    } catch (SocketTimeoutException connectionStaysOpen) {
      // As after a switch of protocols: what has come by now is all that comes unasked.
    }
    return all.toString();
  }

  @Override
  public void close() {
    context.close();
  }
}
