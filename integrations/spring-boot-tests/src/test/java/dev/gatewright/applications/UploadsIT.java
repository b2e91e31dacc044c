package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.applications.input.Uploads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Files are taken in each way that Spring MVC knows, and forms in chunks up to the bound of their
 * endpoint, on both servers.
 */
class UploadsIT {
  private static final String MULTIPART = "multipart/form-data; boundary=x";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int BOUND = 10_000;
  private static final Map<String, RunningApplication> RUNNING = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningApplication::close);
  }

  private static RunningApplication on(String server) {
    return RUNNING.computeIfAbsent(
        server,
        each -> {
          Application application = Application.of(Uploads.class);
          return (each.equals("jetty") ? application.onJetty() : application).start();
        });
  }

  private static String file(String text) {
    return """
    --x\r
    Content-Disposition: form-data; name="v"; filename="a"\r
    Content-Type: text/plain\r
    \r
    %s\r
    """
        .formatted(text);
  }

  private static Answer chunked(
      RunningApplication application, String method, String path, String type, String body) {
    return application.send(
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\n"
                .formatted(method, path, type)
            + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(body.length(), body));
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/param/list",
        "/param/collection",
        "/param/array",
        "/param/parts",
        "/param/part-array",
        "/param/optional-list",
        "/param/multi-map",
        "/param/part-map",
        "/bare/list",
        "/bare/parts",
        "/bare/request",
        "/part/list",
        "/part/array",
        "/part/parts",
        "/part/optional-list",
        "/form/record",
        "/form/array",
        "/form/set"
      })
  void severalFilesAreTaken(String path) {
    for (String server : new String[] {"tomcat", "jetty"}) {
      String two = file("abc") + file("d") + "--x--\r\n";
      assertRead(FormatsIT.post(on(server), path, MULTIPART, two), "2");
      assertRead(chunked(on(server), "POST", path, MULTIPART, two), "2");
      assertRead(FormatsIT.post(on(server), path, MULTIPART, file("abc") + "--x--\r\n"), "1");
      String long0 = file("a".repeat(BOUND)) + "--x--\r\n";
      FormatsIT.post(on(server), path, MULTIPART, long0).isClosedWith(413);
      chunked(on(server), "POST", path, MULTIPART, long0).isClosedWith(413);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/param/file",
        "/param/part",
        "/param/optional",
        "/param/optional-part",
        "/bare/file",
        "/part/file",
        "/part/optional",
        "/form/one",
        "/form/optional"
      })
  void oneFileIsTakenOnce(String path) {
    for (String server : new String[] {"tomcat", "jetty"}) {
      String one = file("abc") + "--x--\r\n";
      assertRead(FormatsIT.post(on(server), path, MULTIPART, one), "3");
      assertRead(chunked(on(server), "POST", path, MULTIPART, one), "3");
      String two = file("abc") + file("d") + "--x--\r\n";
      FormatsIT.post(on(server), path, MULTIPART, two).isClosedWith(400);
      chunked(on(server), "POST", path, MULTIPART, two).isClosedWith(400);
      chunked(on(server), "POST", path, MULTIPART, "--x\r\nabc").isClosedWith(400);
    }
  }

  @ParameterizedTest
  @CsvSource({"tomcat, POST", "tomcat, PUT", "tomcat, PATCH", "jetty, POST", "jetty, PUT"})
  void aFormInChunksIsReadUpToItsBound(String server, String method) {
    assertRead(chunked(on(server), method, "/field", FORM, "name=a"), "a");
    String most = "a".repeat(BOUND - "name=".length());
    assertRead(chunked(on(server), method, "/field", FORM, "name=" + most), most);
    chunked(on(server), method, "/field", FORM, "name=a" + most).isClosedWith(413);
    chunked(on(server), method, "/field", FORM, "name=%ff").isClosedWith(400);
  }

  /** The client never comes to the end of it. */
  @ParameterizedTest
  @CsvSource({
    "tomcat, /param/file, multipart/form-data; boundary=x",
    "jetty, /param/file, multipart/form-data; boundary=x",
    "tomcat, /field, application/x-www-form-urlencoded",
    "jetty, /field, application/x-www-form-urlencoded",
  })
  void aFormBeyondItsBoundIsRefusedWhileItIsSent(String server, String path, String type)
      throws IOException {
    String start = type.startsWith("multipart") ? file("a".repeat(8_000)).strip() : "name=";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), on(server).port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      String chunk = start + "a".repeat(2 * BOUND);
      String sent =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n".formatted(path, type)
              + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n".formatted(chunk.length(), chunk);
      out.write(sent.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] answer = new byte[12];
      assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void aConnectionGoesOnAfterAFormInChunks() {
    String body = file("abc") + "--x--\r\n";
    String first =
        "POST /param/file HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n".formatted(MULTIPART)
            + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(body.length(), body);
    String text = "a".repeat(BOUND + 1);
    String last =
        "POST /text HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Connection: close\r\n"
            + "Content-Type: text/plain\r\n"
            + "Content-Length: %d\r\n\r\n%s".formatted(text.length(), text);

    for (String server : new String[] {"tomcat", "jetty"}) {
      assertThat(on(server).send(first + first + last).text())
          .containsSubsequence("read 3", "read 3", "read " + text.length());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomcat", "jetty"})
  void springsOwnClientSendsFiles(String server) {
    RestClient client =
        RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory())
            .baseUrl("http://localhost:" + on(server).port())
            .build();
    MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
    parts.add(
        "v",
        new ByteArrayResource("abc".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public String getFilename() {
            return "a.txt";
          }
        });

    assertThat(send(client, parts)).isEqualTo("read 3");
    parts.set(
        "v",
        new ByteArrayResource(new byte[2 * BOUND]) {
          @Override
          public String getFilename() {
            return "a.txt";
          }
        });
    assertThatThrownBy(() -> send(client, parts))
        .isInstanceOfSatisfying(
            HttpClientErrorException.class,
            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(413)));
  }

  private static String send(RestClient client, MultiValueMap<String, Object> parts) {
    return client
        .post()
        .uri("/param/file")
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .body(parts)
        .retrieve()
        .body(String.class);
  }

  @Test
  void aFormInChunksIsRefusedWhereTheLengthIsRequired() {
    try (RunningApplication application =
        Application.of(Uploads.class)
            .with("gatewright.input.forms-of-unknown-length=refuse")
            .start()) {
      String body = file("abc") + "--x--\r\n";
      chunked(application, "POST", "/param/file", MULTIPART, body).isClosedWith(411);
      chunked(application, "POST", "/field", FORM, "name=a").isClosedWith(411);
      assertRead(FormatsIT.post(application, "/param/file", MULTIPART, body), "3");
      assertRead(FormatsIT.post(application, "/field", FORM, "name=a"), "a");
    }
  }
}
