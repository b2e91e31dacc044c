package dev.gatewright.sample.market;

import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Data for whoever a token speaks for. */
@RestController
class SecureData {

  /**
   * The answer.
   *
   * @param subject whom the token speaks for
   * @param data what is theirs
   */
  record PersonalData(String subject, String data) {}

  @GetMapping("/secure-data")
  @Secured(schemes = BEARER)
  @RateLimited(permits = 60, per = "1m")
  PersonalData data(Caller caller) {
    return new PersonalData(caller.subject(), "for the eyes of " + caller.subject() + " only");
  }
}
