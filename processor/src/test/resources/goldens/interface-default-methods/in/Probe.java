package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.Secured;

interface Probe {
  @Public(reason = "load balancers ask")
  default String alive() {
    return "yes";
  }

  @Secured(roles = "operator")
  default String details(int depth) {
    return "all well";
  }
}
