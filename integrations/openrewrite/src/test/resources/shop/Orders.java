package shop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('CUSTOMER')")
public class Orders {
  @GetMapping("/orders")
  public String list() {
    return "list";
  }

  @GetMapping("/orders/all")
  @PreAuthorize("hasRole('ADMIN') and hasAuthority('SCOPE_orders:read')")
  public String all() {
    return "all";
  }

  @PostMapping("/orders")
  @PreAuthorize("hasAuthority('SCOPE_orders:write') and hasAnyRole('CUSTOMER', 'ADMIN')")
  public String place() {
    return "place";
  }

  @GetMapping("/orders/prices")
  @PreAuthorize("permitAll()")
  public String prices() {
    return "prices";
  }

  @GetMapping("/orders/of/{id}")
  @PreAuthorize("#id == authentication.name and hasRole('CUSTOMER')")
  public String mine(@PathVariable String id) {
    return "mine";
  }

  @DeleteMapping("/orders")
  @PreAuthorize("denyAll")
  public String clear() {
    return "clear";
  }

  public String summary() {
    return "summary";
  }
}
