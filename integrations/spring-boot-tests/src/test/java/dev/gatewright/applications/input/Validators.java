package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An application that validates in ways of its own. */
public final class Validators {
  private Validators() {}

  /** Known to a bean. */
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = KnownValidator.class)
  public @interface Known {
    String message() default "is not known, ${validatedValue}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** A bean that a validator asks. */
  public static class Directory {
    boolean knows(String name) {
      return name.equals("alice");
    }
  }

  public static class KnownValidator implements ConstraintValidator<Known, String> {
    private final Directory directory;

    public KnownValidator(Directory directory) {
      this.directory = directory;
    }

    @Override
    public boolean isValid(String name, ConstraintValidatorContext context) {
      return directory.knows(name);
    }
  }

  public record User(@Known String name, Map<String, @NotBlank String> notes) {}

  /** Without annotations; XML says more. */
  public record Plain(String name, @DecimalMin("1") BigDecimal count) {}

  @RestController
  @Public(reason = "test")
  @ValidatedInput
  public static class Endpoints {
    @PostMapping("/user")
    public String user(@RequestBody @Valid User user) {
      return "read " + user.name();
    }

    @PostMapping("/plain")
    public String plain(@RequestBody @Valid Plain plain) {
      return "read " + plain.name();
    }

    @GetMapping("/header")
    public String header(@RequestHeader("X-V") String v) {
      return "read " + v;
    }

    @GetMapping("/cookie")
    public String cookie(@CookieValue("v") String v) {
      return "read " + v;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Settings {
    @Bean
    Directory directory() {
      return new Directory();
    }

    /** As Spring Boot makes it, with a customizer. */
    @Bean
    @Primary
    static LocalValidatorFactoryBean validator() {
      String mapping =
          """
          <constraint-mappings xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.1">
            <bean class="%s" ignore-annotations="false">
              <field name="name">
                <constraint annotation="jakarta.validation.constraints.Size">
                  <element name="max">3</element>
                </constraint>
              </field>
            </bean>
          </constraint-mappings>
          """
              .formatted(Plain.class.getName());
      LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
      validator.setConfigurationInitializer(
          configuration ->
              configuration.addMapping(
                  new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8))));
      return validator;
    }
  }

  /** Spring MVC's validator, which looks at more. */
  @Configuration(proxyBeanMethods = false)
  public static class OwnValidator implements WebMvcConfigurer {
    @Override
    public Validator getValidator() {
      Stricter stricter = new Stricter();
      stricter.afterPropertiesSet();
      return stricter;
    }
  }

  private static final class Stricter extends LocalValidatorFactoryBean {
    @Override
    public void validate(Object target, Errors errors) {
      super.validate(target, errors);
      if (target instanceof Plain plain && plain.name().equals("bad")) {
        errors.rejectValue("name", "bad", "is bad");
      }
    }
  }

  /** Two, and none comes first. */
  @Configuration(proxyBeanMethods = false)
  public static class Two {
    @Bean
    LocalValidatorFactoryBean one() {
      return new LocalValidatorFactoryBean();
    }

    @Bean
    LocalValidatorFactoryBean other() {
      return new LocalValidatorFactoryBean();
    }
  }
}
