package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class OpenEndpointsIT {
  @Autowired private Bank bank;

  @Test
  void ratesAreOpenAndTellWhatIsLeft() {
    HttpResponse<String> answer = bank.get("/rates");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"CHF\":0.93,\"GBP\":0.85,\"USD\":1.09}");
    assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"rates\";q=30;w=60");
    assertThat(header(answer, "RateLimit")).startsWith("\"rates\";r=29;t=");
  }

  @Test
  void theSixtyFirstCallOfAnAddressInAMinuteIsRefusedAndNobodyElses() {
    String address = bank.newAddress();
    for (int i = 0; i < 60; i++) {
      assertThat(bank.getFrom(address, "/api/data").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = bank.getFrom(address, "/api/data");

    assertRefused(refused, 429);
    assertThat(refused.body())
        .contains("quota-exceeded")
        .contains("\"violated-policies\":[\"data\"]");
    // A window may have begun with the first call: the next one has to slide on by a permit.
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 61);
    assertThat(header(refused, "X-RateLimit-Limit")).isEqualTo("60");
    assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(header(refused, "RateLimit")).startsWith("\"data\";r=0;t=");
    assertThat(bank.get("/api/data").statusCode()).isEqualTo(200);
  }

  @Test
  void answersAreNotCachedAndNotSniffed() {
    HttpResponse<String> answer = bank.get("/rates");

    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void plainHttpFromAnotherMachineIsRefused() {
    assertRefused(bank.getByPlainHttp("/rates", "X-Forwarded-For", "203.0.113.7"), 403);
    assertThat(bank.getByPlainHttp("/rates").statusCode()).as("from this one").isEqualTo(200);
  }
}
