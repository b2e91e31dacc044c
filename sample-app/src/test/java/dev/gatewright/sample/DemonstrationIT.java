package dev.gatewright.sample;

import static dev.gatewright.sample.Answers.assertRefused;
import static dev.gatewright.sample.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;

@BankTest
class DemonstrationIT {
  @Autowired private Bank bank;
  @Autowired private People people;

  @Test
  void thePhoneShowsACodeThatWorksTwiceInARow() {
    Person person = people.customer("1.00");

    for (int i = 0; i < 2; i++) {
      String code = bank.get("/demo/phone/" + person.username()).body();
      assertThat(
              bank.logInFrom(bank.newAddress(), person.username(), person.password(), code)
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void nobodyElseHasAPhone() {
    assertRefused(bank.get("/demo/phone/nobody"), 404);
  }

  @Test
  void whatIsNotThereIsNotRepeated() {
    HttpResponse<String> answer = bank.get("/nothing-of-the-kind");

    assertRefused(answer, 404);
    assertThat(answer.body()).doesNotContain("nothing-of-the-kind");
  }

  @Test
  void withoutTheDemonstrationTheBankWantsKeysOfItsOwn() {
    assertThatThrownBy(
            () ->
                new SpringApplication(BankApplication.class)
                    .run(
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--gatewright.api-keys.pepper=" + "A".repeat(43) + "=")
                    .close())
        .rootCause()
        .hasMessageContaining("there is no environment variable BANK_SIGNING_KEY");
  }

  @Test
  void withoutTheDemonstrationTheBankWantsAPepperOfItsOwn() {
    assertThatThrownBy(
            () ->
                new SpringApplication(BankApplication.class)
                    .run("--spring.profiles.active=production", "--server.port=0")
                    .close())
        .rootCause()
        .hasMessageContaining("gatewright.api-keys.pepper");
  }

  @Test
  void theIndexPageIsServedAndEverySourceItNamesCanBeRead() {
    HttpResponse<String> page = bank.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");

    assertThat(
            Pattern.compile("(?:href|src)=\"([^\":]+)\"")
                .matcher(page.body())
                .results()
                .map((MatchResult link) -> link.group(1)))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            path -> {
              HttpResponse<String> answer = bank.get("/" + path);
              assertThat(answer.statusCode()).as(path).isEqualTo(200);
              if (path.endsWith(".java")) {
                assertThat(header(answer, "Content-Type")).startsWith("text/plain");
                assertThat(answer.body()).contains("package dev.gatewright.sample");
              }
            });
  }
}
