package dev.gatewright.applications.slice;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every slice that serves requests has to guard. */
@RestController
class SliceVault {
  @GetMapping("/vault")
  @Secured(roles = "keeper")
  String open() {
    return Secret.TEXT;
  }
}
