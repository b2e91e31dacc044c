package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Bodies with a property of any type, which the document names, beside a validated one. */
public final class TypedProperties {
  private TypedProperties() {}

  @JsonTypeName("card")
  public record Card(@NotNull Integer amount, @NotNull String text) {}

  public record Order(@Valid Card card, @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) Object other) {}

  public record Orders(
      @Valid Card card, @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) List<Object> others) {}

  @RestController
  public static class Endpoints {
    @PostMapping("/order")
    @Public(reason = "only validated")
    @ValidatedInput
    public String order(@RequestBody @Valid Order order) {
      return "read " + order;
    }

    @PostMapping("/orders")
    @Public(reason = "only validated")
    @ValidatedInput
    public String orders(@RequestBody @Valid Orders orders) {
      return "read " + orders;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Subtypes {
    @Bean
    JacksonModule cards() {
      return new SimpleModule("cards").registerSubtypes(Card.class);
    }
  }
}
