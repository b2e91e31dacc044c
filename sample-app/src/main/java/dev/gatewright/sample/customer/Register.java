package dev.gatewright.sample.customer;

import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.Strategy.FIXED_WINDOW;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers new customers. */
@RestController
class Register {
  private final Customers customers;

  Register(Customers customers) {
    this.customers = customers;
  }

  /** Answers the same whether or not the name was taken: the bank's letter tells. */
  @PostMapping(path = "/register", produces = MediaType.APPLICATION_JSON_VALUE)
  @Public(reason = "Nobody who registers is a customer yet.")
  @RateLimited(permits = 20, per = "1m", key = ADDRESS)
  @RateLimited(
      permits = 10_000,
      per = "1d",
      key = GLOBAL,
      strategy = FIXED_WINDOW,
      name = "everybody")
  @ValidatedInput(maxBodyBytes = 1_024)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> register(@Valid @RequestBody Registration registration) {
    customers.add(registration.username(), registration.email());
    return Map.of("message", "Thank you. A letter is on its way.");
  }
}
