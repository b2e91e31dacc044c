package dev.gatewright.applications;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.Filters;
import dev.gatewright.applications.tomcat.Ajp;
import dev.gatewright.applications.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** AJP is another way to Tomcat, and leads through the same nets. */
class AjpIT {
  private static final int GET = 2;
  private static final int SEND_HEADERS = 4;
  private static final int END_RESPONSE = 5;

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = Application.of(Ajp.class, Filters.PlainBean.class, Vault.class).start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aSecuredEndpointAsksItsPolicy() throws IOException {
    assertThat(get("/vault", true, "")).startsWith("401").doesNotContain(Secret.TEXT);
    assertThat(get("/vault", true, "Bearer " + Tokens.withRole("keeper")))
        .startsWith("200")
        .contains(Secret.TEXT);
  }

  @Test
  void aRequestThatTheServerInFrontGotInTheClearIsRefused() throws IOException {
    assertThat(get("/vault", false, "Bearer " + Tokens.withRole("keeper")))
        .startsWith("403")
        .doesNotContain(Secret.TEXT);
  }

  @Test
  void aFilterThatAnswersIsClosed() throws IOException {
    assertThat(get("/answer/writer", true, "")).startsWith("503").doesNotContain(Secret.TEXT);
  }

  private static int port() {
    TomcatWebServer server =
        (TomcatWebServer) ((WebServerApplicationContext) application.context()).getWebServer();
    for (Connector connector : server.getTomcat().getService().findConnectors()) {
      if (connector.getProtocolHandlerClassName().contains(".ajp.")) {
        return connector.getLocalPort();
      }
    }
    throw new AssertionError("no port for AJP");
  }

  /** The status and everything that was sent. */
  private static String get(String path, boolean secure, String authorization) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      byte[] request = request(path, secure, authorization);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(0x1234);
      out.writeShort(request.length);
      out.write(request);
      out.flush();
      return answer(new DataInputStream(socket.getInputStream()));
    }
  }

  private static byte[] request(String path, boolean secure, String authorization)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream packet = new DataOutputStream(bytes);
    packet.write(new byte[] {2, GET});
    text(packet, "HTTP/1.1");
    text(packet, path);
    text(packet, "203.0.113.7");
    text(packet, "client.example");
    text(packet, "localhost");
    packet.writeShort(443);
    packet.writeBoolean(secure);
    packet.writeShort(authorization.isEmpty() ? 1 : 2);
    text(packet, "Host");
    text(packet, "localhost");
    if (!authorization.isEmpty()) {
      text(packet, "Authorization");
      text(packet, authorization);
    }
    packet.write(0xFF);
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream packet, String text) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    packet.writeShort(bytes.length);
    packet.write(bytes);
    packet.write(0);
  }

  private static String answer(DataInputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (in.readShort() == 0x4142) {
      byte[] packet = in.readNBytes(in.readUnsignedShort());
      if (packet[0] == SEND_HEADERS) {
        answer.insert(0, ((packet[1] & 0xFF) << 8) + (packet[2] & 0xFF));
      }
      answer.append(new String(packet, ISO_8859_1));
      if (packet[0] == END_RESPONSE) {
        return answer.toString();
      }
    }
    throw new AssertionError("not AJP");
  }
}
