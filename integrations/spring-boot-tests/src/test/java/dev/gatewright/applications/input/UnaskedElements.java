package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Bodies that are containers, and do not say that what they hold is validated. */
public final class UnaskedElements {
  private UnaskedElements() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  public interface Payment {}

  @JsonTypeName("card")
  public record Card(@NotNull Integer amount, @NotNull String text) implements Payment {}

  @RestController
  public static class Endpoints {
    @PostMapping("/list")
    @Public(reason = "only validated")
    @ValidatedInput
    public String list(@RequestBody @Size(max = 5) List<Payment> payments) {
      return "read " + payments;
    }

    @PostMapping("/map")
    @Public(reason = "only validated")
    @ValidatedInput
    public String map(@RequestBody @Size(max = 5) Map<String, Payment> payments) {
      return "read " + payments;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Subtypes {
    @Bean
    JacksonModule payments() {
      return new SimpleModule("payments").registerSubtypes(Card.class);
    }
  }
}
