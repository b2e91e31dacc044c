package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.sample.shared.Person;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void withASigningKeyThatIsNoneTheBankDoesNotStartAndDoesNotRepeatIt(@TempDir Path secrets)
      throws Exception {
    Files.writeString(secrets.resolve("bank-signing-key"), "{\"d\":\"in-clear\"}");

    assertThatThrownBy(
            () ->
                new SpringApplication(BankApplication.class)
                    .run(
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--gatewright.api-keys.pepper=" + "A".repeat(43) + "=",
                        "--gatewright.secrets.directory=" + secrets)
                    .close())
        .rootCause()
        .hasMessageContaining("'bank.signing-key-name'")
        .hasMessageContaining("Fix:")
        .hasMessageNotContaining("in-clear");
  }

  @Test
  void withoutTheDemonstrationTheBankWantsAPepperOfItsOwn(@TempDir Path secrets) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    Files.writeString(secrets.resolve("bank-signing-key"), key.toJSONString());

    assertThatThrownBy(
            () ->
                new SpringApplication(BankApplication.class)
                    .run(
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--gatewright.secrets.directory=" + secrets)
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

  @Test
  void theProgramsPageRunsNothingButItsOwnScript() {
    String page = bank.get("/third-party.html").body();
    String script = bank.get("/third-party.js").body();

    assertThat(page)
        .contains(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
                + " http://localhost:9000;")
        .doesNotContain("unsafe-inline")
        .doesNotContainPattern("<script(?! src=)")
        .doesNotContainPattern(" on[a-z]+=");
    assertThat(script)
        .contains("code_challenge_method: \"S256\"")
        .doesNotContain("innerHTML")
        .doesNotContain("eval(")
        .doesNotContain("localStorage");
  }

  @Test
  void theBankHasNeitherSessionsNorHeadersOfSpringSecurity() {
    HttpResponse<String> rates = bank.get("/rates");
    HttpResponse<String> page = bank.get("/");

    for (HttpResponse<String> answer : List.of(rates, page)) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "X-Frame-Options")).isEmpty();
      assertThat(header(answer, "X-XSS-Protection")).isEmpty();
      assertThat(header(answer, "Set-Cookie")).isEmpty();
    }
    assertThat(bank.get("/rates//").statusCode()).isEqualTo(404);
    assertRefused(bank.get("/accounts", "Accept", "text/html"), 401);
  }
}
