package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Methods before the endpoint whose parameters have constraints. */
public final class Models {
  private static final String WHY = "only validated";

  private Models() {}

  public abstract static class Told {
    @GetMapping("/told")
    @Public(reason = WHY)
    @ValidatedInput
    public String told(Model model) {
      return "read " + model.getAttribute("told");
    }
  }

  @RestController
  public static class Plain extends Told {
    @ModelAttribute("told")
    public String load(@RequestParam @Size(max = 3) String v) {
      return v;
    }
  }

  @RestController
  public static class InOptional extends Told {
    @ModelAttribute("told")
    public String load(@RequestParam Optional<@Size(max = 3) String> v) {
      return v.orElse("");
    }
  }

  @RestController
  public static class InList extends Told {
    @ModelAttribute("told")
    public String load(@RequestParam List<@Size(max = 3) String> v) {
      return String.join("", v);
    }
  }

  @RestController
  public static class Several extends Told {
    @ModelAttribute("told")
    public String load(@RequestParam @Size(max = 3) @Size(min = 1) String v) {
      return v;
    }
  }
}
