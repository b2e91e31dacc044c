package dev.gatewright.authentication.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedHttpClientTest {
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final TestServer server = new TestServer();
  private final BoundedHttpClient client = new BoundedHttpClient(TIMEOUT, 1_000, null);

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpOutcome get(String path) {
    return client.get(ServerUri.of("uri", server.uri(path)), "application/json");
  }

  private static void assertFailed(HttpOutcome outcome, String reason) {
    assertThat(outcome).isInstanceOf(HttpOutcome.Failed.class);
    assertThat(((HttpOutcome.Failed) outcome).reason()).contains(reason);
  }

  private static HttpOutcome.Answered answered(HttpOutcome outcome) {
    assertThat(outcome).isInstanceOf(HttpOutcome.Answered.class);
    return (HttpOutcome.Answered) outcome;
  }

  @Test
  void anAnswerArrivesAsItIs() {
    server.answer(418, "Application/JSON; charset=utf-8", "{\"a\":1}");
    HttpOutcome.Answered answer = answered(get("/a"));
    assertThat(answer.status()).isEqualTo(418);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
    assertThat(answer.is("application/json")).isTrue();
    assertThat(answer.is("text/html")).isFalse();
    assertThat(answer.toString()).doesNotContain("{\"a\":1}");
  }

  @Test
  void aFormArrivesWithItsCredentials() {
    AtomicReference<String> seen = new AtomicReference<>();
    server.handle(
        exchange -> {
          seen.set(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
        });
    answered(
        client.post(
            ServerUri.of("uri", server.uri("/")),
            "application/json",
            "Basic eDp5",
            "token=a".getBytes(StandardCharsets.UTF_8)));
    assertThat(seen).hasValue("POST Basic eDp5 application/x-www-form-urlencoded token=a");
  }

  @Test
  void aRedirectionIsNotFollowed() {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      server.handle(
          exchange -> {
            exchange.getResponseHeaders().set("Location", server.uri("/elsewhere"));
            exchange.sendResponseHeaders(status, -1);
          });
      int before = server.requests();
      assertThat(answered(get("/a")).status()).isEqualTo(status);
      assertThat(server.requests()).isEqualTo(before + 1);
    }
  }

  @Test
  void aBodyIsReadUpToItsBoundAndNotBeyond() {
    server.answerJson("a".repeat(1_000));
    assertThat(answered(get("/")).body()).hasSize(1_000);
    server.answerJson("a".repeat(1_001));
    assertFailed(get("/"), "longer than 1000 bytes");
  }

  @Test
  void anEndlessBodyIsCutOffWhileItIsRead() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    server.handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            byte[] bytes = new byte[65_536];
            for (int i = 0; i < 1_000_000; i++) {
              body.write(bytes);
            }
          } catch (IOException e) {
            cut.countDown();
            throw e;
          }
        });
    assertFailed(get("/"), "longer than 1000 bytes");
    assertThat(cut.await(5, TimeUnit.SECONDS)).as("the server was cut off").isTrue();
  }

  @Test
  void aServerThatDribblesIsCutOffWhenTheTimeIsOver() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    server.handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 200; i++) {
              body.write(' ');
              body.flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException e) {
            cut.countDown();
            throw e;
          }
        });
    long start = System.nanoTime();
    assertFailed(get("/"), "no whole answer after 500 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(cut.await(5, TimeUnit.SECONDS)).as("the server was cut off").isTrue();
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String uri = "http://localhost:" + silent.getLocalPort() + "/";
      HttpOutcome outcome = client.get(ServerUri.of("uri", uri), "*/*");
      assertThat(outcome).isInstanceOf(HttpOutcome.Failed.class);
    }
  }

  @Test
  void aServerThatIsDownOrSpeaksNoHttpIsAFailure() throws Exception {
    server.stop();
    assertFailed(get("/"), "ConnectException");
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread talker = new Thread(() -> talkNonsense(socket));
      talker.start();
      String uri = "http://localhost:" + socket.getLocalPort() + "/secret-path";
      HttpOutcome outcome = client.get(ServerUri.of("uri", uri), "*/*");
      assertThat(outcome).isInstanceOf(HttpOutcome.Failed.class);
      assertThat(outcome.toString()).doesNotContain("nonsense").doesNotContain("secret-path");
      talker.join();
    }
  }

  private static void talkNonsense(ServerSocket server) {
    try (Socket socket = server.accept();
        InputStream in = socket.getInputStream()) {
      assertThat(in.read()).isNotNegative();
      socket.getOutputStream().write("nonsense nonsense\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aServerIsOnlyTalkedToWithACertificateThatIsTrusted(@TempDir Path folder) throws Exception {
    KeyStore keys = selfSigned(folder);
    HttpsServer tls =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tls.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    tls.createContext("/", exchange -> TestServer.answer(exchange, 200, "text/plain", "x"));
    tls.start();
    try {
      ServerUri uri = ServerUri.of("uri", "https://localhost:" + tls.getAddress().getPort() + "/");
      // Time for a handshake on a busy machine.
      BoundedHttpClient wary = new BoundedHttpClient(Duration.ofSeconds(5), 10, null);
      assertFailed(wary.get(uri, "*/*"), "of an authority that is not trusted here");
      BoundedHttpClient trusting = new BoundedHttpClient(Duration.ofSeconds(5), 10, context(keys));
      assertThat(answered(trusting.get(uri, "*/*")).status()).isEqualTo(200);
      ServerUri otherName =
          ServerUri.of("uri", "https://127.0.0.1:" + tls.getAddress().getPort() + "/");
      assertFailed(trusting.get(otherName, "*/*"), "SSLHandshakeException");
    } finally {
      tls.stop(0);
    }
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, "changeit".toCharArray());
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static KeyStore selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("tls.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore pair = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      pair.load(in, "changeit".toCharArray());
    }
    pair.setCertificateEntry("trusted", pair.getCertificate("tls"));
    return pair;
  }

  @Test
  void aTimeoutThatIsNoneIsRefused() {
    for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofMinutes(2)}) {
      assertThatThrownBy(() -> new BoundedHttpClient(wrong, 1, null))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("'timeout'");
    }
  }
}
