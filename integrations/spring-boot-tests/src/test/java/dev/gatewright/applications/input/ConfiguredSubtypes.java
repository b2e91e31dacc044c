package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Bodies with a property whose class only the application's mapper knows. */
public final class ConfiguredSubtypes {
  private ConfiguredSubtypes() {}

  /** Has no constraints, and names no class that has. */
  public interface Payment {}

  /** The same, with a name for each class. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  public interface NamedPayment {}

  @JsonTypeName("card")
  public record Card(@Positive int amount) implements Payment, NamedPayment {}

  public record Bill(@NotBlank String text, Payment payment) {}

  public record NamedBill(@NotBlank String text, NamedPayment payment) {}

  @RestController
  public static class Endpoints {
    @PostMapping("/plain")
    @Public(reason = "only validated")
    @ValidatedInput
    public String pay(@RequestBody @Valid Bill bill) {
      return "read " + bill.payment();
    }
  }

  @RestController
  public static class NamedEndpoints {
    @PostMapping("/named")
    @Public(reason = "only validated")
    @ValidatedInput
    public String pay(@RequestBody @Valid NamedBill bill) {
      return "read " + bill.payment();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AbstractType {
    @Bean
    JacksonModule payments() {
      return new SimpleModule("payments").addAbstractTypeMapping(Payment.class, Card.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class RegisteredSubtype {
    @Bean
    JacksonModule payments() {
      return new SimpleModule("payments").registerSubtypes(Card.class);
    }
  }

  @JsonSubTypes(@JsonSubTypes.Type(Card.class))
  interface Subtypes {}

  @Configuration(proxyBeanMethods = false)
  public static class MixIn {
    @Bean
    JsonMapperBuilderCustomizer payments() {
      return builder -> builder.addMixIn(NamedPayment.class, Subtypes.class);
    }
  }
}
