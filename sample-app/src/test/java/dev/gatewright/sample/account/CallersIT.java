package dev.gatewright.sample.account;

import static dev.gatewright.test.GatewrightMockMvcConfigurer.gatewright;
import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.sample.BankTest;
import dev.gatewright.sample.People;
import dev.gatewright.sample.shared.Person;
import dev.gatewright.test.TestCaller;
import dev.gatewright.test.TestCallers;
import dev.gatewright.test.WithCaller;
import dev.gatewright.test.WithoutLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** What callers may, without anybody logging in. */
@BankTest
@WithCaller(
    value = "alice",
    issuer = CallersIT.BANK,
    roles = "customer",
    scopes = {"accounts:read", "transfers:write"})
class CallersIT {
  static final String BANK = "https://bank.example";
  private static final UUID OF_ALICE = UUID.fromString("a11ce000-0000-4000-8000-000000000001");
  private static final UUID OF_BOB = UUID.fromString("b0b00000-0000-4000-8000-000000000001");

  @Autowired private Accounts accounts;
  @Autowired private People people;
  @Autowired private TestCallers callers;
  @Autowired private WebApplicationContext context;

  private static TestCaller payer(Person person) {
    return caller(person.username()).issuer(BANK).roles("customer").scopes("transfers:write");
  }

  @Test
  void customersSeeTheirOwnAccounts() {
    assertThat(accounts.find(OF_ALICE).id()).isEqualTo(OF_ALICE);
    assertThatThrownBy(() -> accounts.find(OF_BOB)).isInstanceOf(RefusedException.class);
  }

  @Test
  @WithCaller(value = "alice", roles = "customer", scopes = "accounts:read")
  void anAliceOfAnotherIssuerIsSomebodyElse() {
    assertThatThrownBy(() -> accounts.find(OF_ALICE)).isInstanceOf(RefusedException.class);
  }

  @Test
  @WithoutLimits
  void payingTakesARecentLogInWithACode() {
    Person from = people.customer("10.00");
    Person to = people.customer("0.00");
    Transfer transfer = new Transfer(to.account(), new BigDecimal("1.00"), null);
    TestCaller old = payer(from).mfa().authenticatedAgo(Duration.ofMinutes(6));

    assertThatThrownBy(() -> callers.call(payer(from), () -> pay(from, transfer)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> callers.call(old, () -> pay(from, transfer)))
        .isInstanceOf(RefusedException.class);
    callers.call(payer(from).mfa(), () -> pay(from, transfer));

    assertThat(people.balanceOf(to)).isEqualByComparingTo("1.00");
  }

  private Receipt pay(Person from, Transfer transfer) {
    return accounts.transfer(from.account(), transfer);
  }

  @Test
  void requestsOfMockMvcHaveTheCallerToo() {
    MockMvcTester mvc = MockMvcTester.from(context, builder -> builder.apply(gatewright()).build());

    assertThat(mvc.get().uri("/accounts/" + OF_ALICE)).hasStatusOk();
    assertThat(mvc.get().uri("/accounts/" + OF_BOB)).hasStatus(403);
    assertThat(mvc.get().uri("/accounts").with(caller("erin").roles("auditor"))).hasStatus(403);
  }
}
