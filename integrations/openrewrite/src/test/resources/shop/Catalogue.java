package shop;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PermitAll
public class Catalogue {
  @GetMapping("/catalogue")
  public String list() {
    return "list";
  }

  @PutMapping("/catalogue")
  @RolesAllowed({"CLERK", Roles.ADMIN})
  public String change() {
    return "change";
  }
}
