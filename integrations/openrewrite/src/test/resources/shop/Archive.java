package shop;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed("CLERK")
public class Archive {
  @GetMapping("/archive")
  @PreAuthorize("hasAuthority('SCOPE_orders:read')")
  public String list() {
    return "list";
  }

  @GetMapping("/archive/open")
  @PreAuthorize("permitAll")
  public String open() {
    return "open";
  }
}
