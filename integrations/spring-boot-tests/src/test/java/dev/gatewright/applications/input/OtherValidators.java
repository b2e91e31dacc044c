package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.defs.SizeDef;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Applications in which Spring MVC validates by a validator that is no bean, and knows more. */
public final class OtherValidators {
  private OtherValidators() {}

  /** Without annotations: what is valid is said where the validator is set up. */
  public record Note(String text) {}

  private static Validator validator() {
    LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
    validator.setConfigurationInitializer(
        configuration -> {
          if (configuration instanceof HibernateValidatorConfiguration hibernate) {
            ConstraintMapping mapping = hibernate.createConstraintMapping();
            mapping.type(Note.class).field("text").constraint(new SizeDef().max(3));
            hibernate.addMapping(mapping);
          }
        });
    validator.afterPropertiesSet();
    return validator;
  }

  @RestController
  @Public(reason = "only reads")
  @ValidatedInput
  public static class Endpoint {
    @PostMapping("/body")
    public String body(@Valid @RequestBody Note note) {
      return "read " + note.text();
    }

    @PostMapping("/part")
    public String part(@Valid @RequestPart Note note) {
      return "read " + note.text();
    }
  }

  /** The control: Spring MVC's own validation of a guarded endpoint. */
  @RestController
  @Public(reason = "only reads")
  public static class WithoutValidatedInput {
    @PostMapping("/left-to-spring")
    public String body(@Valid @RequestBody Note note) {
      return "read " + note.text();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OfSpringMvc implements WebMvcConfigurer {
    @Override
    public Validator getValidator() {
      return validator();
    }
  }

  @RestController
  @Public(reason = "only reads")
  @ValidatedInput
  public static class WithBinder {
    private final Validator validator = validator();

    @InitBinder
    void prepare(WebDataBinder binder) {
      if (binder.getTarget() instanceof Note) {
        binder.addValidators(validator);
      }
    }

    @PostMapping("/body")
    public String body(@Valid @RequestBody Note note) {
      return "read " + note.text();
    }

    @PostMapping("/part")
    public String part(@Valid @RequestPart Note note) {
      return "read " + note.text();
    }
  }
}
