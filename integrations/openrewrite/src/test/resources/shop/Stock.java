package shop;

import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Validated
@RolesAllowed("CLERK")
public class Stock {
  public interface Create {}

  public record Item(@NotBlank String name) {}

  @PostMapping("/stock")
  @RateLimiter(name = "stock")
  @Validated(Create.class)
  public String add(@NotBlank(groups = Create.class) @RequestParam String name) {
    return "add";
  }

  @PutMapping("/stock")
  public String change(@Valid @RequestBody Item item) {
    return "change";
  }
}
