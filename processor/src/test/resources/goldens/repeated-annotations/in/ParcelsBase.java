package dev.gatewright.golden;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.PostMapping;

abstract class ParcelsBase {

  /** Inherited as it is, with its annotations. */
  @Secured(roles = "clerk")
  @PostMapping("/pay")
  @Measured("pay")
  String pay(@MeasuredTag("amount") long amount) {
    return "";
  }

  @Measured("cancel")
  String cancel() {
    return "";
  }
}
