package shop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
public class Customers extends Parties {
  @Override
  @PreAuthorize("hasRole('ADMIN')")
  public String find() {
    return "find";
  }

  public String count() {
    return "count";
  }
}
