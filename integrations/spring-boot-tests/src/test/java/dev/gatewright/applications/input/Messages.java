package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Constraints with messages, and with beans, of the application's own. */
public final class Messages {
  private Messages() {}

  @Constraint(validatedBy = RegisteredValidator.class)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Registered {
    String message() default "is not registered";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @Component
  public static class Registry {
    boolean contains(String name) {
      return !name.equals("nobody");
    }
  }

  public static class RegisteredValidator implements ConstraintValidator<Registered, String> {
    private final Registry registry;

    public RegisteredValidator(Registry registry) {
      this.registry = registry;
    }

    @Override
    public boolean isValid(String name, ConstraintValidatorContext context) {
      return registry.contains(name);
    }
  }

  public record Cat(
      @Size(min = 2, message = "{cat.name}") @Registered String name,
      @Size(max = 3, message = "{cat.nick}") String nick,
      @NotBlank String plain,
      @Size(max = 9, message = "{cat.loop}") String loop,
      @Size(max = 9, message = "{cat.program}") String program) {}

  public record Bag(Set<@NotBlank String> tags) {}

  @RestController
  @Public(reason = "test")
  @ValidatedInput
  public static class Cats {
    @PostMapping("/cat")
    public String cat(@RequestBody @Valid Cat cat) {
      return "read " + cat.name();
    }

    @PostMapping("/cats")
    public String cats(@RequestBody List<@Valid Cat> cats) {
      return "read " + cats.size();
    }

    @PostMapping("/bag")
    public String bag(@RequestBody @Valid Bag bag) {
      return "read " + bag;
    }
  }
}
