package dev.gatewright.sample.demo;

import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.sample.oauth.SigningKeys;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever runs the bank, so that the demonstration can show what an operator does. */
@RestController
@ConditionalOnProperty("bank.demo")
class DemoOperator {
  private final SigningKeys keys;

  DemoOperator(SigningKeys keys) {
    this.keys = keys;
  }

  /** From here on the authorization server signs with its next key, which it told long before. */
  @PostMapping("/demo/operator/next-signing-key")
  @Public(reason = "Plays the operator in this demonstration; absent without bank.demo.")
  @RateLimited(permits = 10, per = "1m", key = ADDRESS)
  Map<String, String> nextSigningKey() {
    keys.rotate();
    return Map.of("kid", keys.currentId());
  }
}
