package dev.gatewright.applications.vault;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has a guard: opens to keepers and to nobody else. */
@RestController
public class Vault {
  @GetMapping("/vault")
  @Secured(roles = "keeper")
  public String open() {
    return Secret.TEXT;
  }
}
