package dev.gatewright.golden;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

@Secured(roles = {"analyst", "auditor"}, acr = "urn:example:silver", maxAuthAge = "90m")
abstract class Audited {
  @RateLimited(permits = 3, per = "250ms")
  protected String audit() {
    return "audited";
  }
}
