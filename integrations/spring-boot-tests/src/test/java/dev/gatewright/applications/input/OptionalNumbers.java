package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Numbers that may be absent, which the application reads itself. */
public final class OptionalNumbers {
  private OptionalNumbers() {}

  public record Discount(OptionalInt percent, OptionalLong cents, OptionalDouble factor) {}

  @RestController
  @Public(reason = "only reads")
  @ValidatedInput
  public static class Endpoint {
    @PostMapping("/discount")
    public String read(@RequestBody Discount discount) {
      return "read " + discount;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class NoneFromClients {
    @Bean
    JacksonModule noneFromClients() {
      return new SimpleModule("none-from-clients")
          .addDeserializer(OptionalInt.class, new Always<>(OptionalInt.empty()))
          .addDeserializer(OptionalLong.class, new Always<>(OptionalLong.empty()))
          .addDeserializer(OptionalDouble.class, new Always<>(OptionalDouble.empty()));
    }
  }

  private static final class Always<T> extends ValueDeserializer<T> {
    private final T value;

    Always(T value) {
      this.value = value;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      parser.skipChildren();
      return value;
    }
  }
}
