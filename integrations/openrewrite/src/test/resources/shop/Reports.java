package shop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("isAuthenticated()")
public class Reports {
  @GetMapping("/reports")
  public String list() {
    return "list";
  }

  @GetMapping("/reports/sales")
  @PreAuthorize("hasRole('CLERK') or hasRole('ADMIN')")
  public String sales() {
    return "sales";
  }

  @GetMapping("/reports/open")
  @PreAuthorize("permitAll")
  public String open() {
    return "open";
  }
}
