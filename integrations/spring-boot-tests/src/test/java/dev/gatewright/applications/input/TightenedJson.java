package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Applications whose own mapper takes less than Jackson's. */
public final class TightenedJson {
  private TightenedJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "type")
  @JsonSubTypes(@JsonSubTypes.Type(Card.class))
  public interface Means {}

  public record Card(@NotNull @Size(max = 4) String number) implements Means {}

  /** No endpoint means it. */
  public record Command(String line) implements Means {}

  public record Payment(@NotNull @Valid Means by) {}

  /** Not for clients to set. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Internal {}

  public static class Member {
    private String name = "";
    private transient boolean chair;
    private boolean treasurer;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public boolean isChair() {
      return chair;
    }

    public void setChair(boolean chair) {
      this.chair = chair;
    }

    @Internal
    public boolean isTreasurer() {
      return treasurer;
    }

    public void setTreasurer(boolean treasurer) {
      this.treasurer = treasurer;
    }
  }

  @RestController
  @Public(reason = "only reads")
  @ValidatedInput
  public static class Endpoint {
    @PostMapping("/payment")
    public String pay(@Valid @RequestBody Payment payment) {
      return "read " + payment.by().getClass().getSimpleName();
    }

    @PostMapping("/member")
    public String join(@RequestBody Member member) {
      return "read "
          + member.getName()
          + (member.isChair() ? " chair" : "")
          + (member.isTreasurer() ? " treasurer" : "");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class KnownTypes {
    @Bean
    JsonMapperBuilderCustomizer knownTypes() {
      return mapper ->
          mapper.polymorphicTypeValidator(
              BasicPolymorphicTypeValidator.builder().allowIfSubType(Card.class).build());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class NoNulls {
    @Bean
    JsonMapperBuilderCustomizer noNulls() {
      return mapper -> mapper.changeDefaultNullHandling(nulls -> nulls.withValueNulls(Nulls.FAIL));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class NoNullTexts {
    @Bean
    JsonMapperBuilderCustomizer noNullTexts() {
      return mapper ->
          mapper.withConfigOverride(
              String.class,
              texts -> texts.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL)));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ShortTexts {
    @Bean
    JsonFactoryBuilderCustomizer shortTexts() {
      return factory ->
          factory.streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(10).build());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Internals {
    @Bean
    JsonMapperBuilderCustomizer internals() {
      return mapper -> mapper.annotationIntrospector(new OfInternals());
    }
  }

  private static final class OfInternals extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonProperty.Access findPropertyAccess(MapperConfig<?> config, Annotated annotated) {
      return annotated.hasAnnotation(Internal.class)
          ? JsonProperty.Access.READ_ONLY
          : super.findPropertyAccess(config, annotated);
    }
  }
}
