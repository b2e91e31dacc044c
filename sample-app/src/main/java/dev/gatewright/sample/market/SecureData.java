package dev.gatewright.sample.market;

import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the subject of a token its own data. */
@RestController
class SecureData {

  /**
   * Answers with the data of a subject.
   *
   * @param subject subject of the token
   * @param data data of the subject
   */
  record PersonalData(String subject, String data) {}

  @GetMapping("/secure-data")
  @Secured(schemes = BEARER)
  @RateLimited(permits = 60, per = "1m")
  PersonalData data(Caller caller) {
    return new PersonalData(caller.subject(), "for the eyes of " + caller.subject() + " only");
  }
}
