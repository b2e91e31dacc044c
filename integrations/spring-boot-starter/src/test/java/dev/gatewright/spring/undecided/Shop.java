package dev.gatewright.spring.undecided;

import dev.gatewright.Secured;
import java.util.UUID;

/** Its list, in the tests' resources, is of a time when nothing of it was decided. */
public class Shop {
  @Secured(roles = "clerk")
  public String list() {
    return "";
  }

  public String cancel(UUID id, int[] lines) {
    return "";
  }

  public String cancel(UUID id) {
    return "";
  }
}
