package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import java.time.LocalDate;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** What an application tells its mapper. */
public final class Mappers {
  private Mappers() {}

  public record Size(String text) {}

  public static class Cat {
    private String catName = "";
    private @JsonFormat(pattern = "dd.MM.yyyy") LocalDate bornOn = LocalDate.EPOCH;
    private Size size = new Size("");

    public String getCatName() {
      return catName;
    }

    public void setCatName(String catName) {
      this.catName = catName;
    }

    public LocalDate getBornOn() {
      return bornOn;
    }

    public void setBornOn(LocalDate bornOn) {
      this.bornOn = bornOn;
    }

    public Size getSize() {
      return size;
    }

    public void setSize(Size size) {
      this.size = size;
    }
  }

  public interface Create {}

  public interface Change {}

  public record Numbered(
      @Null(groups = Create.class) @NotNull(groups = Change.class) Long id, String name) {}

  @RestController
  @Public(reason = "test")
  public static class Cats {
    @PostMapping("/cat")
    public String cat(@RequestBody Cat cat) {
      return "read " + cat.getCatName() + " " + cat.getBornOn() + " " + cat.getSize().text();
    }

    @PostMapping("/create")
    @ValidatedInput(groups = Create.class)
    public String create(@RequestBody @Valid Numbered numbered) {
      return "read " + numbered;
    }

    @PostMapping("/change")
    @ValidatedInput(groups = Change.class)
    public String change(@RequestBody @Valid Numbered numbered) {
      return "read " + numbered;
    }
  }

  /** Takes no body as an object. */
  @RestController
  @Public(reason = "test")
  public static class Texts {
    @PostMapping("/text")
    public String text(@RequestBody String text) {
      return "read " + text;
    }
  }

  public interface CatNames {
    @JsonProperty("name")
    String getCatName();
  }

  /** A size is its text. */
  public static class SizeModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public SizeModule() {
      addDeserializer(
          Size.class,
          new StdDeserializer<Size>(Size.class) {
            @Override
            public Size deserialize(JsonParser parser, DeserializationContext context) {
              return new Size(parser.getString());
            }
          });
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Adding {
    @Bean
    JsonMapperBuilderCustomizer names() {
      return builder ->
          builder
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .addMixIn(Cat.class, CatNames.class)
              .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Bean
    JsonMapperBuilderCustomizer sizes() {
      return builder -> builder.addModule(new SizeModule());
    }
  }

  /** Each by the name of its only bean. */
  public static final class Loose {
    private Loose() {}

    @Configuration(proxyBeanMethods = false)
    public static class Arrays {
      @Bean
      JsonMapperBuilderCustomizer arrays() {
        return builder -> builder.enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
      }
    }

    @Configuration(proxyBeanMethods = false)
    public static class Cases {
      @Bean
      JsonMapperBuilderCustomizer cases() {
        return builder -> builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
      }
    }

    @Configuration(proxyBeanMethods = false)
    public static class Enums {
      @Bean
      JsonMapperBuilderCustomizer enums() {
        return builder -> builder.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
      }
    }

    @Configuration(proxyBeanMethods = false)
    public static class Comments {
      @Bean
      JsonMapperBuilderCustomizer comments() {
        return builder -> builder.enable(JsonReadFeature.ALLOW_JAVA_COMMENTS);
      }
    }

    @Configuration(proxyBeanMethods = false)
    public static class Quotes {
      @Bean
      JsonFactoryBuilderCustomizer quotes() {
        return builder -> builder.enable(JsonReadFeature.ALLOW_SINGLE_QUOTES);
      }
    }

    @Configuration(proxyBeanMethods = false)
    public static class Handlers {
      @Bean
      JsonMapperBuilderCustomizer handlers() {
        return builder -> builder.addHandler(new DeserializationProblemHandler() {});
      }
    }

    @Configuration(proxyBeanMethods = false)
    public static class Primitives {
      @Bean
      JsonMapperBuilderCustomizer primitives() {
        return builder -> builder.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
      }
    }
  }
}
