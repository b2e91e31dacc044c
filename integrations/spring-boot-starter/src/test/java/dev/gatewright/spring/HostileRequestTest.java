package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.bank.BankApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that no honest client sends. */
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static RunningApplication bank;

  @BeforeAll
  static void start() {
    bank = RunningApplication.start(BankApplication.class);
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  @Test
  void optionsTellsTheMethodsOfAnEndpoint() {
    HttpResponse<String> response = send("OPTIONS", "/rates", new byte[0], FORM);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET,HEAD,OPTIONS");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/rates"})
  void aFormThatNoHandlerWantsIsNotReadWithoutEnd(String path) {
    HttpResponse<String> response = send("PUT", path, new byte[3 << 20], FORM);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "-5\r\nab", "5\r\n{\"to\"\r\nzz\r\n"})
  void aBodyThatIsNotWellFormedIsTheClientsFault(String chunks, CapturedOutput output)
      throws IOException {
    String answer =
        answerTo(
            "POST /accounts/00000000-0000-0000-0000-000000000001/transfers HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + RunningApplication.tokenOf("alice", "transfers:write")
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunks);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("X-Correlation-Id: ");
    assertThat(answer).doesNotContain("Exception", "dev.gatewright", "org.apache");
    assertThat(output).contains("MALFORMED_REQUEST").doesNotContain("ERROR", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?number=%zz", "?number=%c3%28", "?number=1&=&%", "?%zz=1&number=1", "MANY"})
  void aQueryThatCannotBeReadIsTheClientsFault(String query, CapturedOutput output)
      throws IOException {
    String answer =
        answerTo(
            "GET /accounts/page"
                + query.replace("MANY", "?number=x" + "&a=b".repeat(1_500))
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + RunningApplication.tokenOf("alice")
                + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("X-Correlation-Id: ");
    assertThat(answer).doesNotContain("Exception", "dev.gatewright", "org.apache");
    assertThat(output).doesNotContain("ERROR", "\tat ");
  }

  private static HttpResponse<String> send(String method, String path, byte[] body, String type) {
    return bank.send(
        HttpRequest.newBuilder(bank.uri(path))
            .method(
                method,
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
        "Content-Type",
        type);
  }

  private static String answerTo(String request) throws IOException {
    try (Socket socket = bank.connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
