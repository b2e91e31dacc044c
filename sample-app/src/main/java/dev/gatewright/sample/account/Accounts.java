package dev.gatewright.sample.account;

import static dev.gatewright.Strategy.FIXED_WINDOW;
import static dev.gatewright.Strategy.LEAKY_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows customers their accounts, and transfers money from them. */
@RestController
@RequestMapping("/accounts")
@Secured(roles = "customer")
class Accounts {
  private final Ledger ledger;

  Accounts(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Lists their numbers; a balance takes a scope. */
  @GetMapping
  @RateLimited(permits = 60, per = "1m")
  List<UUID> list(Caller caller) {
    return ledger.accountsOf(caller.identity());
  }

  @GetMapping("/{id}")
  @Secured(scopes = "accounts:read", policies = OwnsAccount.class)
  @RateLimited(permits = 60, per = "1m")
  Account find(@PathVariable UUID id) {
    return ledger.account(id);
  }

  // Names its media type: a client that does not accept it is told before money moves, not after.
  @PostMapping(path = "/{id}/transfers", produces = MediaType.APPLICATION_JSON_VALUE)
  @Secured(scopes = "transfers:write", policies = OwnsAccount.class, mfa = true, maxAuthAge = "5m")
  @RateLimited(permits = 5, per = "1m", strategy = LEAKY_BUCKET)
  @RateLimited(permits = 100, per = "1d", strategy = FIXED_WINDOW)
  @ValidatedInput(maxBodyBytes = 4_096)
  Receipt transfer(@PathVariable UUID id, @Valid @RequestBody Transfer transfer) {
    return ledger.transfer(id, transfer);
  }

  /** Answers with the bank's own problem (RFC 9457), beside those of the gate. */
  @ExceptionHandler
  ProblemDetail refuse(TransferRefusedException refused) {
    ProblemDetail problem = ProblemDetail.forStatus(refused.status());
    problem.setTitle(refused.title());
    return problem;
  }
}
