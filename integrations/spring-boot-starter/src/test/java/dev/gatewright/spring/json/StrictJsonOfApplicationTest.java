package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/** What an application's own mapper does not bind is not bound strictly either. */
class StrictJsonOfApplicationTest {

  /** A bean. */
  public static class User {
    public String name;
    @Internal public boolean admin;
  }

  abstract static class WithoutAdmin {
    @JsonIgnore public boolean admin;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  abstract static class Looser {
    @JsonAlias("nickname")
    public String name;
  }

  @Retention(RetentionPolicy.RUNTIME)
  private @interface Internal {}

  private static final class InternalIsIgnored extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
      return super.hasIgnoreMarker(config, member) || member.hasAnnotation(Internal.class);
    }
  }

  /** Ignores by name, in place of annotations. */
  private static final class AdminIsIgnored extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      return JsonIgnoreProperties.Value.forIgnoredProperties("admin");
    }
  }

  @JsonIgnoreProperties("id")
  abstract static class WithoutId {}

  static Stream<JsonMapper> mappers() {
    return Stream.of(
        JsonMapper.builder()
            .addMixIn(User.class, WithoutId.class)
            .withConfigOverride(
                User.class,
                override ->
                    override.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("admin")))
            .build(),
        JsonMapper.builder()
            .addMixIn(User.class, WithoutId.class)
            .annotationIntrospector(new AdminIsIgnored())
            .build(),
        JsonMapper.builder().addMixIn(User.class, WithoutAdmin.class).build(),
        JsonMapper.builder().annotationIntrospector(new InternalIsIgnored()).build(),
        JsonMapper.builder()
            .withConfigOverride(
                User.class,
                override ->
                    override.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("admin")))
            .build());
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void anIgnoredPropertyIsNotBound(JsonMapper mapper) throws MalformedJsonException {
    StrictJson json = StrictJson.ofApplication(List.of(), mapper);

    assertThat(read(json, "{\"name\":\"a\"}").name).isEqualTo("a");
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"name\":\"a\",\"admin\":true}"));
  }

  @Test
  void anInvisiblePropertyIsNotBound() {
    StrictJson json =
        StrictJson.ofApplication(
            List.of(),
            JsonMapper.builder()
                .changeDefaultVisibility(
                    known ->
                        known.withVisibility(
                            PropertyAccessor.FIELD, JsonAutoDetect.Visibility.NONE))
                .build());

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"name\":\"a\"}"));
  }

  @Test
  void aMixInLetsNothingMoreIn() {
    StrictJson json =
        StrictJson.ofApplication(
            List.of(), JsonMapper.builder().addMixIn(User.class, Looser.class).build());

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"nickname\":\"a\"}"));
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, "{\"name\":\"a\",\"other\":1}"));
  }

  /** As an application sees to a type of its own. */
  public record Money(int cents) {}

  private static final class MoneyDeserializer extends StdDeserializer<Money> {
    MoneyDeserializer() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
      return new Money(Integer.parseInt(parser.getString().replace("ct", "")));
    }
  }

  /** Lets more in by everything that a module can do. */
  private static final class LooserModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      context.addHandler(
          new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(
                DeserializationContext reading,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object bean,
                String name) {
              parser.skipChildren();
              return true;
            }
          });
      context.insertAnnotationIntrospector(new JacksonAnnotationIntrospector());
      context
          .configOverride(TimeUnit.class)
          .setFormat(
              JsonFormat.Value.empty()
                  .withFeature(JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES));
    }
  }

  public record Timed(@JsonAlias("u") TimeUnit unit) {}

  @Test
  void aDeserializerOfTheApplicationsMapperReads() throws MalformedJsonException {
    StrictJson json =
        StrictJson.ofApplication(
            List.of(),
            JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Money.class, new MoneyDeserializer()))
                .build());

    assertThat(json.read("\"5ct\"".getBytes(StandardCharsets.UTF_8), Money.class, 8))
        .isEqualTo(new Money(5));
  }

  /** Jackson itself takes none of a base type that may be anything. */
  @Test
  void aLaxValidatorOfTypesLetsNoMoreIn() {
    StrictJson json =
        StrictJson.ofApplication(
            List.of(),
            JsonMapper.builder()
                .polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build())
                .build());

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(
            () ->
                json.read(
                    ("{\"any\":{\"@class\":\"" + User.class.getName() + "\",\"name\":\"a\"}}")
                        .getBytes(StandardCharsets.UTF_8),
                    OfAnything.class,
                    8));
  }

  /** Says any class by its name. */
  public static class OfAnything {
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public Object any = "";
  }

  @Test
  void aModuleLetsNothingMoreIn() throws MalformedJsonException {
    List<StrictJson> readers =
        List.of(
            StrictJson.of(List.of(new LooserModule()), null),
            StrictJson.ofApplication(
                List.of(), JsonMapper.builder().addModule(new LooserModule()).build()));
    for (StrictJson json : readers) {
      assertThat(timed(json, "{\"unit\":\"DAYS\"}").unit()).isEqualTo(TimeUnit.DAYS);
      for (String looser :
          List.of("{\"unit\":\"DAYS\",\"x\":1}", "{\"u\":\"DAYS\"}", "{\"unit\":\"days\"}")) {
        assertThatExceptionOfType(MalformedJsonException.class)
            .isThrownBy(() -> timed(json, looser));
      }
    }
  }

  private static Timed timed(StrictJson json, String text) throws MalformedJsonException {
    return (Timed) json.read(text.getBytes(StandardCharsets.UTF_8), Timed.class, 8);
  }

  private static User read(StrictJson json, String text) throws MalformedJsonException {
    return (User) json.read(text.getBytes(StandardCharsets.UTF_8), User.class, 16);
  }
}
