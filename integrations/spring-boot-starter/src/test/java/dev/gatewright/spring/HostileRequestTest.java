package dev.gatewright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.bank.BankApplication;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest client sends. */
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

  private static HttpResponse<String> send(String method, String path, byte[] body, String type) {
    return bank.send(
        HttpRequest.newBuilder(bank.uri(path))
            .method(
                method,
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
        "Content-Type",
        type);
  }
}
