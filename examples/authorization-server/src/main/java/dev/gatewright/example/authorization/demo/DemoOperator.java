package dev.gatewright.example.authorization.demo;

import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.example.authorization.token.SigningKeys;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plays the operator, so that the demonstration can rotate keys. */
@RestController
@ConditionalOnProperty("authorization-server.demo")
class DemoOperator {
  private final SigningKeys keys;

  DemoOperator(SigningKeys keys) {
    this.keys = keys;
  }

  /** Signs with the next key from now on, which was published long before. */
  @PostMapping("/demo/operator/next-signing-key")
  @Public(
      reason =
          "Plays the operator in this demonstration; absent without authorization-server.demo.")
  @RateLimited(permits = 10, per = "1m", key = ADDRESS)
  Map<String, String> nextSigningKey() {
    keys.rotate();
    return Map.of("kid", keys.currentId());
  }
}
