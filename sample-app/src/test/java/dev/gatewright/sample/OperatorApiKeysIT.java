package dev.gatewright.sample;

import static dev.gatewright.sample.shared.Answers.assertRefused;
import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BankTest
class OperatorApiKeysIT {
  private static final String KEYS = "/operator/api-keys";

  @Autowired private Bank bank;
  @Autowired private People people;
  @Autowired private MovableClock clock;

  private String[] operator() {
    return bank.loggedInWithCode(people.person("operator", "accounts:read", "0.00"));
  }

  private HttpResponse<String> mint(String owner, String... operator) {
    return bank.post(KEYS, "{\"owner\":\"" + owner + "\",\"days\":30}", operator);
  }

  private HttpResponse<String> rotate(String id, int overlapMinutes, String... operator) {
    String body = "{\"overlapMinutes\":" + overlapMinutes + ",\"days\":30}";
    return bank.post(KEYS + "/" + id + "/rotation", body, operator);
  }

  private HttpResponse<String> settlementsWith(String key) {
    return bank.get("/partner/settlements", "X-API-Key", key);
  }

  private static String member(HttpResponse<String> answer, String name) {
    Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
    assertThat(member.find()).as(answer.body()).isTrue();
    return member.group(1);
  }

  @Test
  void aMintedKeyWorksAtOnce() {
    HttpResponse<String> minted = mint("minted-bank", operator());

    assertThat(minted.statusCode()).as(minted.body()).isEqualTo(201);
    assertThat(header(minted, "Cache-Control")).contains("no-store");
    HttpResponse<String> answer = settlementsWith(member(minted, "key"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("minted-bank");
  }

  @Test
  void aRotatedKeyWorksAndTheOldOneUntilItsOverlapEnds() {
    String[] operator = operator();
    HttpResponse<String> old = mint("rotating-bank", operator);
    HttpResponse<String> fresh = rotate(member(old, "id"), 60, operator);
    assertThat(fresh.statusCode()).as(fresh.body()).isEqualTo(201);
    assertThat(member(fresh, "owner")).isEqualTo("rotating-bank");

    assertThat(settlementsWith(member(fresh, "key")).statusCode()).isEqualTo(200);
    assertThat(settlementsWith(member(old, "key")).statusCode()).isEqualTo(200);

    clock.pass(Duration.ofMinutes(60));
    assertRefused(settlementsWith(member(old, "key")), 401);
    assertThat(settlementsWith(member(fresh, "key")).statusCode()).isEqualTo(200);
  }

  @Test
  void aRevokedKeyIsRefusedOnTheNextRequest() {
    String[] operator = operator();
    HttpResponse<String> minted = mint("leaky-bank", operator);
    assertThat(settlementsWith(member(minted, "key")).statusCode()).isEqualTo(200);

    String path = KEYS + "/" + member(minted, "id");
    assertThat(bank.delete(path, operator).statusCode()).isEqualTo(204);

    assertRefused(settlementsWith(member(minted, "key")), 401);
    assertThat(rotate(member(minted, "id"), 60, operator).statusCode()).isEqualTo(404);
    assertThat(bank.delete(KEYS + "/nobody", operator).statusCode()).isEqualTo(404);
  }

  @Test
  void theListShowsNeitherKeyNorHash() {
    String[] operator = operator();
    HttpResponse<String> minted = mint("listed-bank", operator);
    HttpResponse<String> listed = bank.get(KEYS + "?owner=listed-bank", operator);
    String key = member(minted, "key");
    assertThat(listed.statusCode()).isEqualTo(200);
    assertThat(listed.body())
        .contains(member(minted, "id"))
        .doesNotContain(key.substring(key.indexOf('.') + 1), "hash");
  }

  @Test
  void onlyAnOperatorWithTwoFactorsGetsThere() {
    String[] customer = bank.loggedInWithCode(people.customer("1.00"));
    assertRefused(mint("evil-bank", customer), 403);
    String[] oneFactor = bank.loggedIn(people.person("operator", "accounts:read", "0.00"));
    HttpResponse<String> stepUp = mint("evil-bank", oneFactor);
    assertRefused(stepUp, 401);
    assertThat(header(stepUp, "WWW-Authenticate")).contains("insufficient_user_authentication");
    assertRefused(mint("evil-bank", "X-API-Key", PartnerIT.KEY), 401);
    assertRefused(bank.delete(KEYS + "/any", customer), 403);
  }

  @Test
  void aKeyThatNeverEndsIsNotMinted() {
    assertRefused(bank.post(KEYS, "{\"owner\":\"endless\",\"days\":100000}", operator()), 422);
    assertRefused(bank.post(KEYS, "{\"owner\":\"endless\"}", operator()), 422);
  }
}
