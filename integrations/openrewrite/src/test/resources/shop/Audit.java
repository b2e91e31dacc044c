package shop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@PreAuthorize("hasRole('CLERK')")
public class Audit {
  public String list() {
    return "list";
  }

  @IsAdmin
  public String clear() {
    return "clear";
  }
}
