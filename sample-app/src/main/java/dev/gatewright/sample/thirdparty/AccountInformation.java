package dev.gatewright.sample.thirdparty;

import static dev.gatewright.LimitKey.OAUTH_CLIENT;
import static dev.gatewright.Scheme.BEARER;
import static dev.gatewright.Scheme.DPOP;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.sample.account.Account;
import dev.gatewright.sample.account.Ledger;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a program the accounts of a customer who has allowed it. */
@RestController
class AccountInformation {
  private final Ledger ledger;

  AccountInformation(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/third-party/accounts")
  @Secured(
      schemes = {BEARER, DPOP},
      scopes = "accounts:read")
  @RateLimited(permits = 60, per = "1m", key = OAUTH_CLIENT)
  List<Account> accounts(Caller caller) {
    return ledger.accountsOf(caller.identity()).stream().map(ledger::account).toList();
  }
}
