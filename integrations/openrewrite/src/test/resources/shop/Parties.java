package shop;

import org.springframework.security.access.prepost.PreAuthorize;

public class Parties {
  @PreAuthorize("hasRole('CLERK')")
  public String find() {
    return "find";
  }
}
