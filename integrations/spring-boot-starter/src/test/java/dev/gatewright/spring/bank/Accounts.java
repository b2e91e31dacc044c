package dev.gatewright.spring.bank;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.Strategy;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Package-private, with constructor injection. */
@RestController
@RequestMapping("/accounts")
@Secured(roles = "customer")
class Accounts {
  private final Ledger ledger;

  Accounts(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping("/{id}")
  @Secured(scopes = "accounts:read", policies = OwnsAccount.class)
  Map<String, String> find(@PathVariable UUID id, Caller caller) {
    return Map.of("owner", ledger.ownerOf(id), "caller", caller.subject());
  }

  @PostMapping("/{id}/transfers")
  @Secured(scopes = "transfers:write", policies = OwnsAccount.class)
  @ValidatedInput(maxBodyBytes = 4_096, maxDepth = 4)
  Transfer transfer(@PathVariable UUID id, @RequestBody @Valid Transfer transfer) {
    return transfer;
  }

  @PostMapping("/{id}/closing")
  @Secured(mfa = true, maxAuthAge = "5m")
  String close(@PathVariable UUID id) {
    return "closed";
  }

  @GetMapping("/limited")
  @RateLimited(permits = 2, per = "1h", strategy = Strategy.FIXED_WINDOW)
  String limited() {
    return "ok";
  }

  @GetMapping("/page")
  String page(@RequestParam int number) {
    return "page " + number;
  }

  @GetMapping("/broken")
  String broken() {
    throw new IllegalStateException("the secret is swordfish");
  }

  @PutMapping("/{id}/note")
  @ValidatedInput(maxBodyBytes = 16)
  String note(@PathVariable UUID id, @RequestBody String note) {
    return note;
  }
}
