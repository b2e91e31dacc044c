package dev.gatewright.test.shop;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import org.springframework.stereotype.Service;

/** A service that is guarded itself, whoever calls it. */
@Service
public class Cellar {
  /** Opens it for keepers. */
  @Secured(roles = "keeper")
  @RateLimited(permits = 2, per = "1m")
  public String open() {
    return "wine";
  }
}
