package shop;

import org.springframework.security.access.annotation.Secured;
import org.springframework.stereotype.Service;

@Service
@Secured({"ROLE_ADMIN", "ROLE_CLERK"})
public class Ledger {
  public String balance() {
    return "balance";
  }

  @Secured("SCOPE_orders:write")
  public String book() {
    return "book";
  }

  @Secured({"SCOPE_orders:write", "ROLE_ADMIN"})
  public String correct() {
    return "correct";
  }
}
