package dev.gatewright.golden;

import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import java.util.List;

/** Has no annotation itself, and yet is guarded. */
class Reports extends Audited implements Reporting {
  @Override
  @Secured(schemes = Scheme.BEARER, roles = "manager", mfa = true, acr = "urn:example:gold")
  public List<String> reports(String since) {
    return List.of(audit());
  }
}
