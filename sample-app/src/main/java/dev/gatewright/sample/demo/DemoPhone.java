package dev.gatewright.sample.demo;

import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.ValidatedInput;
import dev.gatewright.sample.customer.Customer;
import dev.gatewright.sample.customer.Customers;
import dev.gatewright.sample.login.OneTimeCode;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Plays the customer's phone, so that the demonstration's lines work as pasted. */
@RestController
@ConditionalOnProperty("bank.demo")
class DemoPhone {
  private final Customers customers;
  private final InstantSource clock;

  DemoPhone(Customers customers, InstantSource clock) {
    this.customers = customers;
    this.clock = clock;
  }

  /** Returns the code that the customer's app shows, or the next if that one was used. */
  @GetMapping(path = "/demo/phone/{username}", produces = MediaType.TEXT_PLAIN_VALUE)
  @Public(reason = "Plays the customer's phone in this demonstration; absent without bank.demo.")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS)
  @ValidatedInput
  String code(@PathVariable @Size(max = 32) String username) {
    String secret =
        customers.find(username).map(Customer::oneTimeCodeSecret).orElseThrow(DemoPhone::noPhone);
    long current = OneTimeCode.step(clock.instant());
    long unused = customers.lastOneTimeCodeStep(username) + 1;
    return OneTimeCode.at(Math.max(current, Math.min(unused, current + 1)), secret);
  }

  private static ResponseStatusException noPhone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
