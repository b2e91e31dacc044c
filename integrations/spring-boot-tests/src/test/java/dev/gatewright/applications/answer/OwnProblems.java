package dev.gatewright.applications.answer;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.problem.Violation;
import dev.gatewright.spring.problem.ProblemBody;
import dev.gatewright.spring.problem.ProblemContent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Problems in the application's form. */
public final class OwnProblems {
  private OwnProblems() {}

  public record Order(@NotBlank String name) {}

  @RestController
  public static class Orders {
    @PostMapping("/orders")
    @Secured(roles = "customer")
    @ValidatedInput
    public String order(@Valid @RequestBody Order order) {
      return "ordered";
    }

    @GetMapping("/limited")
    @Public(reason = "test")
    @RateLimited(name = "twice", permits = 1, per = "1h", key = LimitKey.ADDRESS)
    public String limited() {
      return "limited";
    }

    @GetMapping("/failing")
    @Public(reason = "test")
    public String failing() {
      throw new IllegalStateException("a secret of the ledger");
    }
  }

  /** What a company's clients expect of each of its applications. */
  public record CompanyError(
      int code, String text, String path, List<String> fields, Map<String, Object> more) {}

  public static class CompanyForm implements ProblemBody {
    @Override
    public Object of(ProblemContent problem, HttpServletRequest request) {
      return new CompanyError(
          problem.status(),
          problem.title(),
          request.getRequestURI(),
          problem.violations().stream().map(Violation::path).toList(),
          problem.extensions());
    }

    @Override
    public String mediaType() {
      return "application/vnd.company.error+json";
    }
  }

  public static class FailingForm implements ProblemBody {
    @Override
    public Object of(ProblemContent problem, HttpServletRequest request) {
      throw new IllegalArgumentException("the form is broken");
    }
  }

  /** Compiled without nullness checks, as most applications are. */
  public static class AbsentForm implements ProblemBody {
    private @Nullable Object nothing;

    @Override
    @SuppressWarnings("NullAway")
    public Object of(ProblemContent problem, HttpServletRequest request) {
      return nothing;
    }
  }

  public static class PageForm extends FailingForm {
    @Override
    public String mediaType() {
      return "text/html";
    }
  }
}
